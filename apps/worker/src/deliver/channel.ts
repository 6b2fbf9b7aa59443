/** Where messages go. A channel sends one message and says how it went; when to try again is decided elsewhere. */

export interface Message {
  /** The same on every attempt. */
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

export type Sent =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterSeconds?: number }
  /** The receiver wants no more of these. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface Channel {
  readonly name: string;
  send(message: Message): Promise<Sent>;
}
