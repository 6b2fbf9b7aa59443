/** What whoever runs Bandgap wants to hear: sources that contradict each other, look wrong, fall silent or change shape. */
import { addMinutes, type Instant, type Metric } from '@bandgap/core';
import { isListed, saidNow, subjectsIn, type TokenPriceState } from './price-state.ts';

export type OperatorEvent =
  | {
      readonly kind: 'source_disagreement';
      readonly subject: string;
      readonly metric: Metric;
      readonly prices: readonly PriceSaid[];
    }
  | { readonly kind: 'suspect_value'; readonly subject: string; readonly reason: string }
  | { readonly kind: 'source_stale'; readonly source: string; readonly seenAt: Instant }
  | { readonly kind: 'parser_drift'; readonly source: string; readonly reason: string };

export interface PriceSaid {
  readonly price: number;
  readonly sources: readonly string[];
}

/** What the sources of one meter say, by `subject metric`; told when they begin to differ, or differ in another way. */
export function disagreements(
  before: ReadonlyMap<string, readonly PriceSaid[]>,
  after: ReadonlyMap<string, readonly PriceSaid[]>,
  meterOf: (key: string) => { readonly subject: string; readonly metric: Metric },
): readonly OperatorEvent[] {
  return [...after].flatMap(([key, prices]): readonly OperatorEvent[] => {
    if (prices.length < 2 || pricesText(before.get(key)) === pricesText(prices)) return [];
    return [{ kind: 'source_disagreement', ...meterOf(key), prices }];
  });
}

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

function suspicions(state: TokenPriceState) {
  const standard = saidNow(state).filter(
    (price) =>
      isListed(price) && price.terms.tier === 'standard' && price.terms.contextFrom === 0 && !price.terms.window,
  );
  return subjectsIn(standard).flatMap((subject) => {
    const priceOf = (metric: Metric) =>
      standard.find((price) => price.subject === subject && price.metric === metric)?.value;
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

/** Told once, in the interval in which the source grew too old. */
export function staleSources(sightings: readonly Sighting[], since: Instant, now: Instant): readonly OperatorEvent[] {
  return sightings.flatMap(({ source, seenAt, staleAfterMinutes }): readonly OperatorEvent[] => {
    const staleAt = addMinutes(seenAt, staleAfterMinutes);
    return staleAt > since && staleAt <= now ? [{ kind: 'source_stale', source, seenAt }] : [];
  });
}

export interface ReadingOutcome {
  readonly verdict: 'accepted' | 'quarantined' | 'unreadable';
  readonly reasons: readonly string[];
}

/** Told when a source that was read can no longer be read, or for another reason than before. */
export function parserDrift(source: string, before: ReadingOutcome, after: ReadingOutcome): readonly OperatorEvent[] {
  const reason = after.reasons.join('; ');
  if (after.verdict !== 'unreadable' || (before.verdict === 'unreadable' && before.reasons.join('; ') === reason))
    return [];
  return [{ kind: 'parser_drift', source, reason }];
}
