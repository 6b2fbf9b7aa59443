/** The question of a blended price: the meters of one seller, as the first source that has them quotes them. */
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
  const meters = preferred(
    values.filter(({ series: { terms } }) => terms.kind === 'token' && terms.window === undefined),
  );
  if (scenario === undefined || meters === undefined) return [];
  const inputs = meters.map((value) => observed(value.series.metric, value));
  return [{ due, inputs: [...inputs, ...scenario.assumptions.map(assumed)] }];
}

/** The meters of the first source, in the order of the registry, that quotes both input and output of one seller. */
function preferred(values: readonly ValueInForce[]): readonly ValueInForce[] | undefined {
  const offers = sources.flatMap(({ id }) => {
    const quoted = values.filter(({ series }) => series.source === id);
    return [...new Set(quoted.map(({ series }) => series.venue))].map((venue) =>
      quoted.filter(({ series }) => series.venue === venue),
    );
  });
  return offers.find((offer) =>
    ['input', 'output'].every((metric) => offer.some(({ series }) => series.metric === metric)),
  );
}
