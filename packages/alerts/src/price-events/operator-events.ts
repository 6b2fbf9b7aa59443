/** What whoever runs Bandgap wants to hear: sources that contradict each other, look wrong, fall silent or change shape. */
import { addMinutes, type Instant, type Metric } from '@bandgap/core';
import { isListed, saidNow, type TokenPrice, type TokenPriceState } from './price-state.ts';

export type OperatorEvent =
  | {
      readonly kind: 'source_disagreement';
      readonly subject: string;
      readonly metric: Metric;
      readonly prices: readonly PriceSaid[];
    }
  | { readonly kind: 'suspect_value'; readonly subject: string; readonly reason: string }
  | { readonly kind: 'source_stale'; readonly source: string; readonly seenAt: Instant }
  | { readonly kind: 'parser_drift' | 'document_held'; readonly source: string; readonly reason: string };

export interface PriceSaid {
  readonly price: number;
  readonly sources: readonly string[];
}

/** What the sources of each meter of a model say; told when they begin to differ, or differ in another way. */
export const disagreements = (
  subject: string,
  before: ReadonlyMap<Metric, readonly PriceSaid[]>,
  after: ReadonlyMap<Metric, readonly PriceSaid[]>,
): readonly OperatorEvent[] =>
  [...after].flatMap(([metric, prices]): readonly OperatorEvent[] => {
    if (prices.length < 2 || pricesText(before.get(metric)) === pricesText(prices)) return [];
    return [{ kind: 'source_disagreement', subject, metric, prices }];
  });

const pricesText = (prices: readonly PriceSaid[] = []) =>
  prices
    .map(({ price }) => price)
    .toSorted()
    .join();

/** What a cached read has cost as a share of a plain one. The set has grown twice, so another share is only worth a look. */
const cacheShares = [0.5, 0.25, 0.1, 0.05, 0.025];
const mostOutputPerInput = 20;
const cheapestInput = 0.002;

/** Prices that are possible and unusual, told when they appear. */
export function suspectValues(before: TokenPriceState, after: TokenPriceState): readonly OperatorEvent[] {
  const known = new Set(suspicions(before).map(({ subject, reason }) => `${subject} ${reason}`));
  return suspicions(after)
    .filter(({ subject, reason }) => !known.has(`${subject} ${reason}`))
    .map((suspicion) => ({ kind: 'suspect_value', ...suspicion }));
}

/** Hosts and routers set prices of their own making. */
const isOfLab = ({ subject, venue }: TokenPrice) => subject.startsWith(`${venue}/`);

function suspicions(state: TokenPriceState) {
  const standard = saidNow(state).filter(
    (price) =>
      isListed(price) &&
      isOfLab(price) &&
      price.terms.tier === 'standard' &&
      price.terms.contextFrom === 0 &&
      !price.terms.window,
  );
  const offers = new Map<string, TokenPrice[]>();
  for (const price of standard) {
    const seller = `${price.subject} ${price.venue} ${price.terms.region}`;
    offers.set(seller, [...(offers.get(seller) ?? []), price]);
  }
  return [...offers.values()].flatMap((prices) => {
    const subject = prices[0]?.subject ?? '';
    const priceOf = (metric: Metric) => prices.find((price) => price.metric === metric)?.value;
    const input = priceOf('input');
    const output = priceOf('output');
    const cached = priceOf('cache_read');
    if (input === undefined) return [];
    const reasons = [
      ...(input < cheapestInput ? [`input at ${input}`] : []),
      ...(output !== undefined && output < input ? [`output at ${output}, input at ${input}`] : []),
      ...(output !== undefined && output > mostOutputPerInput * input
        ? [`output at ${output}, input at ${input}`]
        : []),
      ...(cached !== undefined && !cacheShares.some((share) => Math.abs(cached / input / share - 1) < 0.02)
        ? [`cached input at ${cached}, input at ${input}`]
        : []),
    ];
    return reasons.map((reason) => ({ subject, reason }));
  });
}

export interface Sighting {
  readonly source: string;
  readonly seenAt: Instant;
  readonly staleAfterMinutes: number;
}

export interface Staleness {
  readonly since: Instant;
  readonly event: OperatorEvent;
}

/** Sources that have grown too old by now, and since when they are. */
export const staleSources = (sightings: readonly Sighting[], now: Instant): readonly Staleness[] =>
  sightings.flatMap(({ source, seenAt, staleAfterMinutes }): readonly Staleness[] => {
    const since = addMinutes(seenAt, staleAfterMinutes);
    return since <= now ? [{ since, event: { kind: 'source_stale', source, seenAt } }] : [];
  });

export interface ReadingOutcome {
  readonly verdict: 'accepted' | 'quarantined' | 'unreadable';
  readonly reasons: readonly string[];
}

/** Told when documents of a source begin to be unreadable, or to be held back, or are so for another reason than before. */
export function refusals(source: string, before: ReadingOutcome, after: ReadingOutcome): readonly OperatorEvent[] {
  const reason = after.reasons.join('; ');
  if (after.verdict === 'accepted' || (before.verdict === after.verdict && before.reasons.join('; ') === reason))
    return [];
  return [{ kind: after.verdict === 'unreadable' ? 'parser_drift' : 'document_held', source, reason }];
}
