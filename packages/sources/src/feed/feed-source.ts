/** A source that is a feed: only what distinguishes it from the others is said in its folder. */
import type { Licence, Source } from '../define-source.ts';
import { readFeed } from './read-feed.ts';

export interface FeedDescription extends Pick<Source, 'id' | 'name' | 'home' | 'schedule'> {
  readonly urls: readonly string[];
  readonly terms: Licence['terms'];
  /** The terms, in words. */
  readonly licence: string;
}

/** Restricted feeds are off unless asked for. A week without a new entry is an alarm: TrendForce's news feed once stood still for six. */
export const feedSource = ({ urls, terms, licence, ...described }: FeedDescription): Source => ({
  ...described,
  commodity: 'news',
  parserVersion: 3,
  staleAfterMinutes: 7 * 1440,
  licence: { terms, name: licence, ...(terms === 'attribution' && { attribution: described.name }) },
  optIn: terms === 'restricted',
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => urls.map((url) => ({ url })),
  parse: readFeed,
});
