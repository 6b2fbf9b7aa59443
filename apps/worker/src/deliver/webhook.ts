/** Webhooks after the Standard Webhooks specification: signed, with an id that receivers can recognise a repeat by. */
import { type Outbound, OutboundError, type OutboundResponse } from '@bandgap/outbound';
import { Webhook } from 'standardwebhooks';
import type { Channel, Sent } from './channel.ts';

export interface WebhookTarget {
  readonly url: string;
  /** `whsec_` and base64, shared with the receiver. */
  readonly secret: string;
  readonly outbound: Outbound;
}

export function webhook({ url, secret, outbound }: WebhookTarget): Channel {
  const signer = new Webhook(secret);
  return {
    name: 'webhook',
    async send({ id, sentAt, body }) {
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
        'webhook-signature': signer.sign(id, sentAt, body),
      };
      return outbound.request({ method: 'POST', url, headers, body }).then(outcome, failure);
    },
  };
}

function outcome({ status, retryAfterSeconds }: OutboundResponse): Sent {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'refused', reason: 'the receiver answered 410: it wants no more messages' };
  const reason = `the receiver answered ${status}`;
  return retryAfterSeconds === undefined ? { kind: 'failed', reason } : { kind: 'failed', reason, retryAfterSeconds };
}

function failure(error: unknown): Sent {
  if (error instanceof OutboundError) return { kind: 'failed', reason: error.message };
  throw error;
}
