/** What a rule watched, day by day, with what it would have told. */
import type { AlertRule, Replayed } from '@bandgap/alerts';
import type { AlertMark, PriceHistory } from '@bandgap/charts';
import { dayOf } from '@bandgap/core';

/** Undefined where the rule was judged on nothing. Where it watches no price, the unit says so. */
export function alertChart({ title, condition }: AlertRule, steps: readonly Replayed[]): PriceHistory | undefined {
  const last = steps.at(-1)?.sample;
  if (last === undefined) return undefined;
  const byDay = new Map(steps.map(({ sample }) => [dayOf(sample.asOf), sample]));
  const isLevel = condition.kind === 'crosses' || condition.kind === 'headroom';
  return {
    title,
    unit: last.unit ?? 'fraction',
    points: [...byDay].map(([day, { value, low, high, isSure }]) => ({
      day,
      value,
      low,
      high,
      confidence: isSure ? 'ok' : 'low',
    })),
    ...(isLevel ? { floor: { label: 'held against', price: last.reference } } : {}),
    alerts: steps.flatMap(({ change }): readonly AlertMark[] =>
      change?.kind === 'transition' ? [{ day: dayOf(change.sample.asOf), to: change.to }] : [],
    ),
  };
}
