/** Opens sockets to public addresses only. The address that was checked is the address that is connected to. */
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import type { Vouches } from './outbound-url.ts';
import { type Resolve, welcomeAddresses } from './welcome-addresses.ts';

interface Guard {
  readonly vouches: Vouches;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
}

export function guardedConnector({ vouches, resolve, timeoutMs }: Guard): buildConnector.connector {
  return (target, done) => {
    welcomeAddresses(target.hostname, { vouches, resolve }).then(
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
