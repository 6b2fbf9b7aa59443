/** Where messages go. A channel sends one message and says how it went; when to try again is decided elsewhere. */
import type { AlertMessage } from './alert-message.ts';

export type Sent =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterSeconds?: number }
  /** The receiver wants no messages any more. */
  | { readonly kind: 'gone'; readonly reason: string };

export interface Channel {
  readonly name: string;
  /** Differs where the address differs, and says nothing about it. */
  readonly fingerprint: string;
  /** Never rejects for what a receiver did. A reason names the channel and a status, never an address: addresses hold secrets. */
  send(message: AlertMessage): Promise<Sent>;
}
