/** Data -> runs -> alert transitions. Each batch of evaluations is one transaction; the same question is answered once. */
import { type Run, receiptOf } from '@bandgap/core';
import {
  type Batch,
  type Due,
  lockFor,
  nextBatch,
  type OwedAlike,
  oweEvaluations,
  type Query,
  storeRun,
  type Tx,
  takeBatch,
} from '@bandgap/db';
import { ModelError, runModel } from '@bandgap/models';
import { contracts } from '@bandgap/queue';
import type { WorkerDeps } from '../deps.ts';
import { judgeAlerts } from './judge-alerts.ts';
import { judgeEvents } from './judge-events.ts';
import { noteAnswers } from './note-answers.ts';
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
  const deliveries: string[] = [];
  for (const owed of await takeBatch(query, batch))
    deliveries.push(...(await answerAll(deps, query, { batch, ...owed })));
  return deliveries;
}

async function answerAll(
  deps: WorkerDeps,
  query: Query,
  { batch, evaluations, quiet }: OwedAlike & { readonly batch: Batch },
): Promise<readonly string[]> {
  const asked = (await pipelineModels[batch.model]?.ask(query, evaluations)) ?? [];
  const answers: Due[] = [];
  const runs: Run[] = [];
  for (const each of asked) {
    const run = answer(deps, each);
    if (run === undefined) continue;
    await storeRun(query, { run, origins: each.inputs.map(({ origin }) => origin) });
    runs.push(run);
    answers.push(each.due);
  }
  await oweEvaluations(
    query,
    answers.flatMap((answered) => pipelineModels[batch.model]?.owes?.(answered) ?? []),
    { quiet },
  );
  const events = await noteAnswers(query, batch, runs);
  return [
    ...(await judgeAlerts(deps, query, { answers, quiet })),
    ...(await judgeEvents(deps, query, { events, quiet })),
  ];
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
