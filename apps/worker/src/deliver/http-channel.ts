/** A channel behind one address of the web: what it is asked, and how it went in words that hold no secret. */
import { sha256 } from '@bandgap/core';
import {
  type Outbound,
  type OutboundCode,
  OutboundError,
  type OutboundRequest,
  type OutboundResponse,
} from '@bandgap/outbound';
import type { AlertMessage } from './alert-message.ts';
import type { Channel, Sent } from './channel.ts';

export interface Receiver {
  readonly url: string;
  readonly outbound: Outbound;
}

interface HttpChannel extends Receiver {
  readonly name: string;
  request(message: AlertMessage): Omit<OutboundRequest, 'url'> | Promise<Omit<OutboundRequest, 'url'>>;
  /** Statuses of success that mean something else here. */
  readonly failures?: readonly number[];
}

export function httpChannel({ name, url, outbound, request, failures = [] }: HttpChannel): Channel {
  return {
    name,
    fingerprint: sha256(url).slice(0, 16),
    async send(message) {
      const asked = { url, ...(await request(message)) };
      return outbound.request(asked).then(
        (response) => outcome(name, response, failures),
        (error) => failure(name, error),
      );
    },
  };
}

export const jsonRequest = (body: unknown): Omit<OutboundRequest, 'url'> => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function outcome(name: string, { status, retryAfterSeconds }: OutboundResponse, failures: readonly number[]): Sent {
  if (status >= 200 && status < 300 && !failures.includes(status)) return { kind: 'delivered' };
  const reason = `${name} answered ${status}`;
  if (status === 410) return { kind: 'gone', reason };
  return { kind: 'failed', reason, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

const reasons: Readonly<Record<OutboundCode, string>> = {
  bad_url:
    'has an address that is refused: http or https, port 80 or 443 unless BANDGAP_ALLOW_PRIVATE_HOSTS names its host',
  private_address: 'has a private address, and BANDGAP_ALLOW_PRIVATE_HOSTS does not name its host',
  connection: 'could not be reached',
  deadline: 'did not answer in time',
  too_many_redirects: 'answered with a redirect',
  too_large: 'gave too long an answer',
  truncated: 'broke off its answer',
  undecodable: 'gave an unreadable answer',
};

/** What an OutboundError says besides its code may quote the address. */
function failure(name: string, error: unknown): Sent {
  if (error instanceof OutboundError) return { kind: 'failed', reason: `${name} ${reasons[error.code]}` };
  throw error;
}
