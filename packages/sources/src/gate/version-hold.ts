/** A list of token prices that loses many models at once, or changes many prices at once, is held back whole. */
import type { Quote } from '@bandgap/core';
import type { Source } from '../define-source.ts';
import type { PreviousReading } from './previous-reading.ts';

/**
 * LiteLLM lost 127 of 2,263 models by accident on 2026-03-11 and had them back the day after; it changed 197 prices on 2026-01-13,
 * when 79 models off by a factor of 8,000 were corrected (BerriAI/litellm#19005). Between such days it changes a handful.
 */
const largestLossPerDay = 0.05;
const mostChangesPerDay = 100;

/** Lists of a dozen models lose one now and then. */
const smallestLoss = 3;

/** Why the version is not believed; empty where it is, and where nothing is known of the version before. */
export function versionHold(
  { commodity }: Source,
  quotes: readonly Quote[],
  previous: PreviousReading | undefined,
): readonly string[] {
  if (commodity !== 'llm_api' || previous?.subjects === undefined || previous.daysAgo === undefined) return [];
  const days = Math.max(1, previous.daysAgo);
  const present = new Set(quotes.map(({ series }) => series.subject));
  const lost = [...previous.subjects].filter((subject) => !present.has(subject));
  const changed = quotes.filter(({ series, value }) => (previous.valueOf(series) ?? value) !== value);
  const { size } = previous.subjects;
  const allowedChanges = Math.round(mostChangesPerDay * days);
  return [
    ...(lost.length >= smallestLoss && lost.length > size * largestLossPerDay * days
      ? [`lost ${lost.length} of ${size} models within ${daysText(days)}: ${lost.slice(0, 3).join(', ')} …`]
      : []),
    ...(changed.length > allowedChanges
      ? [`changed ${changed.length} prices within ${daysText(days)}, expected at most ${allowedChanges}`]
      : []),
  ];
}

const daysText = (days: number) => (days === 1 ? 'a day' : `${Math.round(days)} days`);
