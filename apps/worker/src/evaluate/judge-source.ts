/** Judges the rules about one source whenever it was asked and all it sent was read. */
import { lockFor } from '@bandgap/db';
import { contracts } from '@bandgap/queue';
import { rulesInForce } from '@bandgap/views';
import type { WorkerDeps } from '../deps.ts';
import { judgeRule } from './judge-rule.ts';

export async function judgeSource(deps: WorkerDeps, sourceId: string): Promise<void> {
  const inForce = await rulesInForce(deps.db.query, deps.rules);
  const rules = inForce.filter(({ subject }) => subject.kind === 'source' && subject.id === sourceId);
  if (rules.length === 0) return;
  const deliveries = await deps.db.transaction(async ({ query }) => {
    await lockFor(query, `judge ${sourceId}`);
    const owed: string[] = [];
    for (const rule of rules) owed.push(...(await judgeRule(deps, query, { rule, quiet: false })));
    return owed;
  });
  for (const deliveryId of deliveries) await deps.queues.ring(contracts.deliver, { deliveryId });
}
