/** One message, as every channel is given it: words for people, JSON for programs, a picture for both. */

/** Something went wrong, is well again, or is worth knowing. */
export type Mood = 'alarm' | 'relief' | 'notice';

export interface AlertMessage {
  /** The same on every attempt, so that a receiver can tell a repeat. */
  readonly id: string;
  readonly sentAt: Date;
  readonly mood: Mood;
  readonly title: string;
  /** The whole news in one sentence. */
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly picture?: Picture;
  /** A CloudEvent as JSON. */
  readonly event: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface Picture {
  readonly name: string;
  readonly png: Uint8Array<ArrayBuffer>;
  /** What it shows, for those who do not see it. */
  readonly text: string;
}
