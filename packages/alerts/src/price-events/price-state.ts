/** What one source says of token prices at an instant, and what was said before. */
import { canonicalJson, type Day, dayOf, daysBetween, type Instant, type Metric, type TokenTerms } from '@bandgap/core';

/** One meter of one model at one seller. */
export interface TokenPrice {
  readonly subject: string;
  readonly venue: string;
  readonly metric: Metric;
  readonly terms: TokenTerms;
  /** USD per million tokens. */
  readonly value: number;
  /** When the price was true, or first seen so. */
  readonly observedAt: Instant;
  /** When a document last said so; earlier than the state where the newest no longer does. */
  readonly seenAt: Instant;
  /** Who says so. */
  readonly confirmedBy: readonly string[];
}

export interface TokenPriceState {
  /** When the newest document was read. */
  readonly asOf: Instant;
  readonly prices: readonly TokenPrice[];
  /** Names that point at one model today and at another tomorrow. */
  readonly movingNames: ReadonlySet<string>;
}

/** Prices that the newest document says. */
export const saidNow = ({ asOf, prices }: TokenPriceState): readonly TokenPrice[] =>
  prices.filter(({ seenAt }) => seenAt >= asOf);

/** A list price in force has neither a listing nor a day from which it is valid. */
export const isListed = ({ terms }: TokenPrice): boolean =>
  terms.listing === undefined && terms.validFrom === undefined;

/** What two states must share for their prices to be of the same thing. */
export const offerOf = ({ subject, venue, metric, terms }: TokenPrice): string =>
  canonicalJson([subject, venue, metric, terms]);

/** Days since a model was last quoted; undefined where it never was. */
export function daysAbsent({ asOf, prices }: TokenPriceState, subject: string): number | undefined {
  const sightings = prices.filter((price) => price.subject === subject && isListed(price)).map(({ seenAt }) => seenAt);
  const last = sightings.toSorted().at(-1);
  return last === undefined ? undefined : Math.max(0, daysBetween(last, asOf));
}

export const subjectsIn = (prices: readonly TokenPrice[]): readonly string[] =>
  [...new Set(prices.map(({ subject }) => subject))].toSorted();

export const isAhead = (day: Day | undefined, asOf: Instant): day is Day => day !== undefined && day > dayOf(asOf);
