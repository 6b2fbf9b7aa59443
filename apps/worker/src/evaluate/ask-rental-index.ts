/** The question of a rental index: every price of the GPU at this tenor that was seen lately, and the fixing before. */
import { type IndexDefinition, indexDefinitions } from '@bandgap/catalog';
import { type Due, fixingBefore, type Query, type ValueInForce, valuesSeenWithin } from '@bandgap/db';
import { type Asked, type Asker, observed, type TracedInput } from './questions.ts';

/** Older prices have no weight in any index, so they need not be asked for. */
const daysSeen = 7;

export const askRentalIndex: Asker = async (query, batch) => {
  const [first] = batch;
  if (first === undefined) return [];
  const { knownAt } = first;
  const definitions = indexDefinitions.filter(({ id }) => batch.some(({ subject }) => subject === id));
  const prices = stillOffered(
    await valuesSeenWithin(query, daysSeen, {
      subjects: definitions.flatMap(({ gpus }) => gpus),
      metrics: ['rental'],
      terms: { kind: 'rental' },
      asOf: knownAt,
      knownAt,
    }),
  );
  const asked: Asked[] = [];
  for (const due of batch) {
    const definition = definitions.find(({ id }) => id === due.subject);
    if (definition === undefined) continue;
    const constituents = prices
      .filter((price) => belongs(definition, price))
      .map((price) => observed('constituent', price));
    asked.push({ due, inputs: [...constituents, ...(await fixingBeforeIt(query, due))] });
  }
  return asked;
};

/**
 * Leaves out what a seller has withdrawn: an offer that is missing from the newest document of a source that quotes that
 * seller at all. A seller that the source could not read keeps its last prices, which lose weight with age.
 */
function stillOffered(prices: readonly ValueInForce[]): readonly ValueInForce[] {
  const sellerOf = ({ series: { source, venue } }: ValueInForce) => `${source} ${venue}`;
  const newest = new Map<string, string>();
  for (const price of prices) {
    const seen = newest.get(sellerOf(price));
    if (seen === undefined || price.seenAt > seen) newest.set(sellerOf(price), price.seenAt);
  }
  return prices.filter((price) => price.seenAt === newest.get(sellerOf(price)));
}

const belongs = ({ gpus, tenor }: IndexDefinition, { series: { subject, terms } }: ValueInForce): boolean =>
  gpus.includes(subject) && terms.kind === 'rental' && terms.tenor === tenor;

async function fixingBeforeIt(query: Query, { model, subject, asOf }: Due): Promise<readonly TracedInput[]> {
  const previous = await fixingBefore(query, { model, subject, day: asOf });
  if (previous === undefined) return [];
  const { id: runId, receipt, output } = previous;
  return [{ input: { kind: 'run', role: 'previous', receipt, output }, origin: { kind: 'run', runId } }];
}
