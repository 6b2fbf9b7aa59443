/** Which IP addresses belong to the public internet. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All that IANA has given out as IPv6 global unicast: https://www.iana.org/assignments/ipv6-address-space. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** False for every special-purpose range, and for IPv6 addresses that carry a private IPv4 address inside. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== 'unicast') return false;
  return ip instanceof ipaddr.IPv4 || ip.match(globalUnicast);
}
