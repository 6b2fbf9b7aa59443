/** Webhooks after the Standard Webhooks specification: signed, with an id that receivers can recognise a repeat by. */
import { Webhook } from 'standardwebhooks';
import type { Channel } from '../channel.ts';
import { httpChannel, type Receiver } from '../http-channel.ts';

export interface WebhookReceiver extends Receiver {
  /** `whsec_` and base64, shared with the receiver. While one replaces another, messages are signed with each. */
  readonly secrets: readonly string[];
}

export function webhook({ secrets, ...receiver }: WebhookReceiver): Channel {
  const signers = secrets.map((secret) => new Webhook(secret));
  return httpChannel({
    ...receiver,
    name: 'webhook',
    request: ({ id, sentAt, event }) => ({
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
        'webhook-signature': signers.map((signer) => signer.sign(id, sentAt, event)).join(' '),
      },
      body: event,
    }),
  });
}
