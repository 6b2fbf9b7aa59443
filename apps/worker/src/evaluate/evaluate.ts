/** Data -> runs -> alert transitions. Each batch of evaluations is one transaction; the same question is answered once. */
import { dayOf, fixingOf, type Run, receiptOf } from '@bandgap/core';
import { type Batch, lockFor, nextBatch, storeRun, type Tx, takeBatch } from '@bandgap/db';
import { ModelError, runModel } from '@bandgap/models';
import { contracts } from '@bandgap/queue';
import type { WorkerDeps } from '../deps.ts';
import { judgeAlerts } from './judge-alerts.ts';
import { pipelineModels } from './pipeline-models.ts';
import type { Asked } from './questions.ts';

/** Computes everything that is owed and can be computed, oldest first. */
export async function evaluate(deps: WorkerDeps): Promise<void> {
  const { db, clock, sources, queues } = deps;
  const sourcesOf = (model: string) =>
    sources.filter(({ commodity }) => commodity === pipelineModels[model]?.waitsFor).map(({ id }) => id);
  for (;;) {
    const batch = await nextBatch(db.query, { now: clock(), sourcesOf });
    if (batch === undefined) return;
    const deliveries = await db.transaction((tx) => evaluateBatch(deps, tx, batch));
    for (const deliveryId of deliveries) await queues.ring(contracts.deliver, { deliveryId });
  }
}

/** Returns the ids of the messages that the batch owes. */
async function evaluateBatch(deps: WorkerDeps, { query }: Tx, batch: Batch): Promise<readonly string[]> {
  await lockFor(query, `evaluate ${batch.model}`);
  const owed = await takeBatch(query, batch);
  const asked = (await pipelineModels[batch.model]?.ask(query, owed)) ?? [];
  const deliveries: string[] = [];
  for (const each of asked) {
    const { model, subject, asOf, knownAt } = each.due;
    const run = answer(deps, each);
    if (run === undefined) continue;
    await storeRun(query, { run, origins: each.inputs.map(({ origin }) => origin) });
    const isFixing = model === 'rental-index' && knownAt === fixingOf(dayOf(asOf));
    if (isFixing) deliveries.push(...(await judgeAlerts(deps, query, subject)));
  }
  return deliveries;
}

/** Undefined where the model refuses the question: that is said, and nothing is stored. */
function answer({ log }: WorkerDeps, { due, inputs }: Asked): Run | undefined {
  const version = pipelineModels[due.model]?.version ?? 0;
  const question = { ...due, version, inputs: inputs.map(({ input }) => input) };
  try {
    const output = runModel(due.model, version).compute(question);
    return { ...question, receipt: receiptOf(question), output };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    log.warn({ ...due, code: error.code, reason: error.message }, 'model refused');
    return undefined;
  }
}
