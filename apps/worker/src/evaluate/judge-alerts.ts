/** Judges every rule that new answers of a model concern, in the transaction that stores them. */
import { answersBehind } from '@bandgap/alerts';
import { dayOf, fixingOf } from '@bandgap/core';
import { type Due, laterAnswersOwed, type Query } from '@bandgap/db';
import { rulesInForce } from '@bandgap/views';
import type { WorkerDeps } from '../deps.ts';
import { judgeRule } from './judge-rule.ts';

export interface Answered {
  /** What was answered, each by a run that is stored. */
  readonly answers: readonly Due[];
  /** Transitions are written and nobody is told, as when the past is filled in. */
  readonly quiet: boolean;
}

/** Returns the ids of the messages that are now owed. Where later answers are owed again, the last of them is judged. */
export async function judgeAlerts(
  deps: WorkerDeps,
  query: Query,
  { answers, quiet }: Answered,
): Promise<readonly string[]> {
  const owed: string[] = [];
  for (const rule of await rulesInForce(query, deps.rules)) {
    const behind = answersBehind(rule);
    const concerning = answers.filter(
      (answer) =>
        isFinal(answer) && behind.some(({ model, subject }) => model === answer.model && subject === answer.subject),
    );
    if (await isLastOfAny(query, { answers: concerning, quiet }))
      owed.push(...(await judgeRule(deps, query, { rule, quiet })));
  }
  return owed;
}

async function isLastOfAny(query: Query, { answers, quiet }: Answered): Promise<boolean> {
  for (const answer of answers) if (!(await laterAnswersOwed(query, { ...answer, quiet }))) return true;
  return false;
}

/** What an index is worked out to be during its day is an indication, and not judged. */
const isFinal = ({ model, asOf, knownAt }: Due): boolean =>
  model !== 'rental-index' || knownAt === fixingOf(dayOf(asOf));
