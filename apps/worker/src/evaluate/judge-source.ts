/** Judges the rules about one source whenever it was asked and all it sent was read. */
import { lockFor, type Query } from '@bandgap/db';
import { rulesInForce } from '@bandgap/views';
import type { WorkerDeps } from '../deps.ts';
import { judgeRule } from './judge-rule.ts';

/** In the transaction of what was read last, so that none is read and not judged. Returns the messages that are owed. */
export async function judgeSource(deps: WorkerDeps, query: Query, sourceId: string): Promise<readonly string[]> {
  const inForce = await rulesInForce(query, deps.rules);
  const rules = inForce.filter(({ subject }) => subject.kind === 'source' && subject.id === sourceId);
  if (rules.length === 0) return [];
  await lockFor(query, `judge ${sourceId}`);
  const owed: string[] = [];
  for (const rule of rules) owed.push(...(await judgeRule(deps, query, { rule, quiet: false })));
  return owed;
}
