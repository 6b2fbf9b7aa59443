/** The question of a memory unit price: the newest price of a part from one source, and how much memory the part holds. */
import { memoryPart } from '@bandgap/catalog';
import { type Due, type Query, valuesSeenWithin } from '@bandgap/db';
import { type Asked, type Asker, assumed, observed } from './questions.ts';

/** A board price stands until the next one; contract prices come once a month, reference points more rarely. */
const daysSeen = 400;

export const askMemoryUnitPrice: Asker = async (query, batch) => {
  const asked: Asked[] = [];
  for (const due of batch) asked.push(...(await askOne(query, due)));
  return asked;
};

async function askOne(query: Query, due: Due): Promise<readonly Asked[]> {
  const [source, partId = '', basis] = due.subject.split('/');
  const capacityGb = memoryPart(partId)?.capacityGb;
  if (capacityGb === undefined) return [];
  const values = await valuesSeenWithin(query, daysSeen, {
    subjects: [partId],
    metrics: ['average'],
    terms: { kind: 'memory' },
    asOf: due.asOf,
    knownAt: due.knownAt,
  });
  const [price] = values
    .filter(({ series }) => series.source === source && series.terms.kind === 'memory' && series.terms.basis === basis)
    .sort((a, b) => (a.observedAt < b.observedAt ? 1 : -1));
  if (price === undefined) return [];
  const capacity = assumed({ role: 'capacityGb', id: `memory-part/${partId}/capacityGb`, value: capacityGb });
  return [{ due, inputs: [observed('price', price), capacity] }];
}
