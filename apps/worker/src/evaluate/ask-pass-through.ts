/** The question of a memory pass-through: the newest price of the proxy from one source, and the figures of the system. */
import { memoryPart, memoryPassThroughs, memoryProxy } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';
import type { ChangedSeries, Due, Query } from '@bandgap/db';
import { memoryPriceAt } from './ask-memory-unit-price.ts';
import { type Asked, type Asker, assumed, observed } from './questions.ts';

/** A new price of the proxy makes the floor of every system due that it passes through to. */
export function passThroughsAfter(sourceId: string, fetchedAt: Instant, series: ChangedSeries): readonly Due[] {
  const { subject, metric, terms, observedAt } = series;
  const isProxy = subject === memoryProxy.part && terms.kind === 'memory' && terms.basis === memoryProxy.basis;
  if (!isProxy || metric !== 'average') return [];
  return memoryPassThroughs.map(({ id }) => ({
    model: 'memory-pass-through',
    subject: `${id}/${sourceId}`,
    asOf: observedAt,
    knownAt: fetchedAt,
  }));
}

export const askPassThrough: Asker = async (query, batch) => {
  const asked: Asked[] = [];
  for (const due of batch) asked.push(...(await askOne(query, due)));
  return asked;
};

async function askOne(query: Query, due: Due): Promise<readonly Asked[]> {
  const scenario = memoryPassThroughs.find(({ id }) => due.subject.startsWith(`${id}/`));
  const capacityGb = memoryPart(memoryProxy.part)?.capacityGb;
  if (scenario === undefined || capacityGb === undefined) return [];
  const source = due.subject.slice(scenario.id.length + 1);
  const price = await memoryPriceAt(query, due, { ...memoryProxy, source });
  if (price === undefined) return [];
  const capacity = { role: 'capacityGb', id: `memory-part/${memoryProxy.part}/capacityGb`, value: capacityGb };
  return [{ due, inputs: [observed('price', price), assumed(capacity), ...scenario.assumptions.map(assumed)] }];
}
