/** From the answers of models to the samples of a rule: each price beside what it is held against on its day. */
import type { AlertReference, AlertRule } from '@bandgap/catalog';
import { addMinutes, type Instant } from '@bandgap/core';
import type { Sample } from './sample.ts';

/** One number of an answer, with what a rule must know of it. */
export interface Answer {
  readonly runId: number;
  readonly asOf: Instant;
  readonly value: number | null;
  readonly unit: string | null;
  readonly confidence: string | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Both oldest first. Answers before the first reference are not judged. */
export function besideReference(answers: readonly Answer[], reference: Level): readonly Sample[] {
  return answers.flatMap((answer) => {
    const level = reference(answer.asOf);
    return level === undefined ? [] : [sampleOf(answer, level)];
  });
}

/** What holds at an instant; undefined where nothing does yet. */
export type Level = (at: Instant) => Held | undefined;

export interface Held {
  readonly value: number;
  readonly runId: number | null;
  /** False where the answer was not to be trusted, or the one after it has no value. */
  readonly isSure: boolean;
}

export const constantLevel =
  (value: number): Level =>
  () => ({ value, runId: null, isSure: true });

/** The newest answer that has a value, times a factor. */
export const levelOf =
  (answers: readonly Answer[], factor = 1): Level =>
  (at) => {
    const newest = answers.findLast(({ asOf }) => asOf <= at);
    const found = answers.findLast(({ asOf, value }) => asOf <= at && value !== null);
    if (found === undefined || found.value === null) return undefined;
    return { value: found.value * factor, runId: found.runId, isSure: found === newest && isTrusted(found) };
  };

/**
 * Each price beside that of some days before. A price that is told only when it changes has one sample more, once it has stood
 * still for so long: by then it no longer moves.
 */
export function besideItsPast(answers: readonly Answer[], withinDays: number): readonly Sample[] {
  const minutes = withinDays * 1440;
  const level = levelOf(answers);
  const stillStanding = answers.flatMap((answer, position) => {
    const asOf = addMinutes(answer.asOf, minutes);
    const next = answers[position + 1];
    return next !== undefined && asOf < next.asOf ? [{ ...answer, asOf }] : [];
  });
  const isStill = new Set<Answer>(stillStanding);
  return [...answers, ...stillStanding]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .flatMap((answer) => {
      const past = level(addMinutes(answer.asOf, -minutes));
      if (past === undefined) return [];
      const sample = sampleOf(answer, past);
      return [isStill.has(answer) ? { ...sample, runId: null } : sample];
    });
}

const isTrusted = ({ confidence }: Answer): boolean => confidence === null || confidence === 'ok';

const sampleOf = (answer: Answer, reference: Held): Sample => ({
  asOf: answer.asOf,
  value: answer.value,
  reference: reference.value,
  low: answer.low,
  high: answer.high,
  isSure: isTrusted(answer) && reference.isSure,
  unit: answer.unit,
  runId: answer.runId,
  referenceRunId: reference.runId,
});

/** The reference of a condition that has one. */
export const referenceOf = ({ condition }: Pick<AlertRule, 'condition'>): AlertReference | undefined =>
  'reference' in condition ? condition.reference : undefined;
