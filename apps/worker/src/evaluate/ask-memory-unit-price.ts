/** The question of a memory unit price: the newest price of a part from one source, and how much memory the part holds. */
import { memoryPart } from '@bandgap/catalog';
import { type Due, type Query, type ValueInForce, valuesSeenWithin } from '@bandgap/db';
import { type Asked, type Asker, assumed, observed } from './questions.ts';

/** A board price stands until the next one; contract prices come once a month, reference points more rarely. */
const daysSeen = 400;

export const askMemoryUnitPrice: Asker = async (query, batch) => {
  const asked: Asked[] = [];
  for (const due of batch) asked.push(...(await askOne(query, due)));
  return asked;
};

async function askOne(query: Query, due: Due): Promise<readonly Asked[]> {
  const [source = '', part = '', basis = ''] = due.subject.split('/');
  const capacityGb = memoryPart(part)?.capacityGb;
  if (capacityGb === undefined) return [];
  const price = await memoryPriceAt(query, due, { source, part, basis });
  if (price === undefined) return [];
  const capacity = assumed({ role: 'capacityGb', id: `memory-part/${part}/capacityGb`, value: capacityGb });
  return [{ due, inputs: [observed('price', price), capacity] }];
}

export interface PricedPart {
  readonly source: string;
  readonly part: string;
  readonly basis: string;
}

/** The average price of a part that was in force as of a date, as known at a time. */
export async function memoryPriceAt(
  query: Query,
  { asOf, knownAt }: Pick<Due, 'asOf' | 'knownAt'>,
  { source, part, basis }: PricedPart,
): Promise<ValueInForce | undefined> {
  const terms = { kind: 'memory' } as const;
  const values = await valuesSeenWithin(query, daysSeen, {
    subjects: [part],
    metrics: ['average'],
    terms,
    asOf,
    knownAt,
  });
  return values
    .filter(({ series }) => series.source === source && series.terms.kind === 'memory' && series.terms.basis === basis)
    .sort((a, b) => (a.observedAt < b.observedAt ? 1 : -1))[0];
}
