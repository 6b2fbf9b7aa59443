/** A list of token prices that loses many models at once, or changes many prices at once, is held back whole. */
import type { Quote } from '@bandgap/core';
import type { Source } from '../define-source.ts';
import type { ListChanges } from './listed-prices.ts';
import type { PreviousReading } from './previous-reading.ts';

/**
 * LiteLLM lost 127 of 2,263 models by accident on 2026-03-11 and had them back the day after; it changed 197 prices on 2026-01-13,
 * when 79 models off by a factor of 8,000 were corrected (BerriAI/litellm#19005). Between such days it changes a handful.
 */
const largestLossPerDay = 0.05;
const mostChangesPerDay = 100;

/** Lists of a dozen models lose one now and then. */
const smallestLoss = 3;

/** What is gone for longer is no accident: of 222 models that LiteLLM lost and took back, 193 were back within a day. */
const longestAccident = 3;

/**
 * Why the version is not believed; empty where it is, and where nothing is known of the version before. A list is counted entry
 * by entry where it can be, with those of resellers, which are not believed but come and go with the others; and by its quotes.
 */
export function versionHold(
  { commodity }: Source,
  quotes: readonly Quote[],
  previous: PreviousReading | undefined,
): readonly string[] {
  if (commodity !== 'llm_api' || previous?.subjects === undefined || previous.daysAgo === undefined) return [];
  const days = daysAllowedFor(previous.daysAgo, previous.daysUnseen);
  const present = new Set(quotes.map(({ series }) => series.subject));
  const models: ListChanges = {
    entries: previous.subjects.size,
    lost: [...previous.subjects].filter((subject) => !present.has(subject)),
    changed: quotes.filter(({ series, value }) => (previous.valueOf(series) ?? value) !== value).length,
  };
  const { changes = models } = previous;
  const lost = [changes, models].find(
    ({ entries, lost: { length } }) => length >= smallestLoss && length > entries * largestLossPerDay * days,
  );
  const changed = Math.max(changes.changed, models.changed);
  const allowedChanges = Math.round(mostChangesPerDay * days);
  return [
    ...(lost === undefined
      ? []
      : [
          `lost ${lost.lost.length} of ${lost.entries} models within ${daysText(days)}: ${lost.lost.slice(0, 3).join(', ')} …`,
        ]),
    ...(changed > allowedChanges
      ? [`changed ${changed} prices within ${daysText(days)}, expected at most ${allowedChanges}`]
      : []),
  ];
}

/** A version that was held in between is no reason to allow the next one more. */
const daysAllowedFor = (daysAgo: number, daysUnseen = daysAgo) =>
  Math.max(1, daysAgo > longestAccident ? daysAgo : daysUnseen);

const daysText = (days: number) => (days === 1 ? 'a day' : `${Math.round(days)} days`);
