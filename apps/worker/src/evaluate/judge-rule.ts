/** Judges one rule from its first sample on, and writes down where that says something new. Doing it again changes nothing. */
import { type AlertRule, definitionOf, type News, newsOf, replay } from '@bandgap/alerts';
import { type AlertTransition, type Query, storeTransition, transitionsOf, watchedSince } from '@bandgap/db';
import { readSamples } from '@bandgap/views';
import type { WorkerDeps } from '../deps.ts';
import { oweMessages } from './judge-messages.ts';

export interface RuleJudged {
  readonly rule: AlertRule;
  readonly quiet: boolean;
}

/** Returns the ids of the messages that are now owed. */
export async function judgeRule(
  deps: WorkerDeps,
  query: Query,
  { rule, quiet }: RuleJudged,
): Promise<readonly string[]> {
  const samples = await readSamples(query, rule, 'newest');
  const newest = samples.at(-1);
  if (newest === undefined) return [];
  const watch = await watchedSince(query, {
    ruleId: rule.id,
    definition: definitionOf(rule),
    since: newest.asOf,
  });
  const before = (await transitionsOf(query, rule.id)).filter(({ eventKey }) => eventKey === null);

  const owed: string[] = [];
  for (const news of newsOf({ rule, steps: replay(rule, samples), before, watch })) {
    const transition = transitionOf(rule, news);
    const id = await storeTransition(query, transition);
    if (id === undefined || quiet || news.quiet) continue;
    owed.push(...(await oweMessages(deps, query, { rule, transition: { ...transition, id } })));
  }
  return owed;
}

const transitionOf = (rule: AlertRule, { kind, from, to, sample, strong, since, revision }: News): AlertTransition => ({
  ruleId: rule.id,
  asOf: sample.asOf,
  from,
  to,
  kind,
  value: sample.value,
  reference: sample.reference,
  unit: sample.unit,
  strong,
  since,
  runId: sample.runId,
  referenceRunId: sample.referenceRunId,
  eventKey: null,
  revision,
});
