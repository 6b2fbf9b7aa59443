/** The question of a blended price: the maker's list price, as the first source that has it quotes it. */
import { blendScenarios } from '@bandgap/catalog';
import { type Due, type ValueInForce, valuesStillQuoted } from '@bandgap/db';
import { sources } from '@bandgap/sources';
import { type Asked, type Asker, assumed, observed } from './questions.ts';

const metrics = ['input', 'output', 'cache_read', 'cache_write_5m'];

export const askBlendedPrice: Asker = async (query, batch) => {
  const [first] = batch;
  if (first === undefined) return [];
  const { knownAt } = first;
  const subjects = [...new Set(batch.map(({ subject }) => subject))];
  const terms = { kind: 'token', tier: 'standard', contextFrom: 0 } as const;
  const values = await valuesStillQuoted(query, { subjects, metrics, terms, asOf: knownAt, knownAt });
  return batch.flatMap((due) =>
    askOne(
      due,
      values.filter(({ series }) => series.subject === due.subject),
    ),
  );
};

function askOne(due: Due, values: readonly ValueInForce[]): readonly Asked[] {
  const [scenario] = blendScenarios;
  const meters = preferred(values.filter(isListPrice));
  if (scenario === undefined || meters === undefined) return [];
  const inputs = meters.map((value) => observed(value.series.metric, value));
  return [{ due, inputs: [...inputs, ...scenario.assumptions.map(assumed)] }];
}

/** The maker's own price, anywhere, at any hour and in force: what a reseller, a region, a night or a promise costs is not the price. */
const isListPrice = ({ series: { subject, venue, terms } }: ValueInForce): boolean =>
  subject.startsWith(`${venue}/`) &&
  terms.kind === 'token' &&
  [terms.window, terms.region, terms.listing, terms.validFrom].every((restriction) => restriction === undefined);

/** The meters of the first source, in the order of the registry, that quotes both input and output. */
function preferred(values: readonly ValueInForce[]): readonly ValueInForce[] | undefined {
  return sources
    .map(({ id }) => values.filter(({ series }) => series.source === id))
    .find((offer) => ['input', 'output'].every((metric) => offer.some(({ series }) => series.metric === metric)));
}
