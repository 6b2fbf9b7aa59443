/** The addresses of a host that may be connected to: public ones, unless the operator vouches for the host. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Refused } from './outbound-error.ts';
import type { Vouches } from './outbound-url.ts';
import { isPublicAddress } from './public-address.ts';

/** Every address of a host name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, order: 'verbatim' })).map(({ address }) => address);

interface Welcome {
  readonly vouches: Vouches;
  readonly resolve: Resolve;
}

/** At least one. Throws Refused `private_address` where any is private, and `connection` where there is none. */
export async function welcomeAddresses(hostname: string, { vouches, resolve }: Welcome): Promise<readonly string[]> {
  // Neither a resolver nor Node's own look-up is asked about what is already an address.
  const addresses = isIP(hostname) === 0 ? await resolve(hostname) : [hostname];
  if (addresses.length === 0)
    throw new Refused({ code: 'connection', expected: `an address of ${hostname}`, was: 'none' });
  const unwelcome = vouches(hostname) ? undefined : addresses.find((address) => !isPublicAddress(address));
  if (unwelcome === undefined) return addresses;
  const was = unwelcome === hostname ? unwelcome : `${hostname} at ${unwelcome}`;
  throw new Refused({ code: 'private_address', expected: 'a public address', was });
}
