/** Opens sockets to public addresses only. The address that was checked is the address that is connected to. */
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { Refused } from './outbound-error.ts';
import type { Vouches } from './outbound-url.ts';
import { isPublicAddress } from './public-address.ts';

/** Every address of a host name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

interface Guard {
  readonly vouches: Vouches;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
}

export function guardedConnector({ vouches, resolve, timeoutMs }: Guard): buildConnector.connector {
  async function welcomeAddresses(hostname: string): Promise<readonly string[]> {
    // Neither a resolver nor Node's own look-up is asked about what is already an address.
    const addresses = isIP(hostname) === 0 ? await resolve(hostname) : [hostname];
    if (addresses.length === 0)
      throw new Refused({ code: 'connection', expected: `an address of ${hostname}`, was: 'none' });
    const unwelcome = vouches(hostname) ? undefined : addresses.find((address) => !isPublicAddress(address));
    if (unwelcome === undefined) return addresses;
    const was = unwelcome === hostname ? unwelcome : `${hostname} at ${unwelcome}`;
    throw new Refused({ code: 'private_address', expected: 'a public address', was });
  }

  return (target, done) => {
    welcomeAddresses(target.hostname).then(
      (addresses) => connectorTo(addresses, timeoutMs)(target, done),
      (error) => done(error, null),
    );
  };
}

const connectorTo = (addresses: readonly string[], timeout: number) =>
  buildConnector({
    lookup: (_hostname, _options, found) => found(null, addresses.map(withFamily)),
    autoSelectFamily: true,
    // Node gives all addresses but the last 250 ms each, too little for slow routes: https://github.com/nodejs/node/issues/54359.
    autoSelectFamilyAttemptTimeout: 2000,
    timeout,
  });

const withFamily = (address: string) => ({ address, family: isIP(address) });
