/** The rules a URL must meet before anything is sent to it. */
import { Refused } from './outbound-error.ts';

/** Says which hosts the operator vouches for: they may have private addresses and listen on any port. */
export type Vouches = (hostname: string) => boolean;

/** An IPv6 host without the brackets it wears in a URL. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** Parses and checks a URL, relative to `base` where it comes from a redirect. Throws Refused `bad_url`. */
export function outboundUrl(text: string, vouches: Vouches, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  if (url === undefined) throw badUrl('an absolute URL', 'not one');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw badUrl('http: or https:', url.protocol);
  if (url.username !== '' || url.password !== '') throw badUrl('no user name and password in the URL', 'some');
  if (base?.protocol === 'https:' && url.protocol === 'http:') throw badUrl('https: after https:', 'http:');
  if (url.port !== '' && !isWebPort(url.port) && !vouches(bareHost(url.hostname))) {
    throw badUrl('port 80 or 443', url.port);
  }
  url.hash = '';
  return url;
}

const isWebPort = (port: string) => port === '80' || port === '443';
const badUrl = (expected: string, was: string) => new Refused({ code: 'bad_url', expected, was });
