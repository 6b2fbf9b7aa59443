/** The question of a blended price: the confirmed list prices of a model, and for what is not confirmed, what one source says. */
import { type BlendScenario, blendOf, blendScenarios, blendSubject } from '@bandgap/catalog';
import type { Metric } from '@bandgap/core';
import { type Due, runsKnownAt, type StoredRun, type ValueInForce } from '@bandgap/db';
import { sources } from '@bandgap/sources';
import { tokenMeters, VoteOutput } from '@bandgap/views';
import { listPrices } from './list-prices.ts';
import { type Asked, type Asker, assumed, observed, type TracedInput } from './questions.ts';

/** Every scenario of a model is owed once its list price was voted on. */
export const blendsAfter = ({ subject: model, asOf, knownAt }: Due): readonly Due[] =>
  blendScenarios.map((scenario) => ({
    model: 'blended-price',
    subject: blendSubject({ model, scenario }),
    asOf,
    knownAt,
  }));

export const askBlendedPrice: Asker = async (query, batch) => {
  const [first] = batch;
  if (first === undefined) return [];
  const blends = batch.flatMap((due) => {
    const blend = blendOf(due.subject);
    return blend === undefined ? [] : [{ due, ...blend }];
  });
  const models = [...new Set(blends.map(({ model }) => model))];
  const { knownAt } = first;
  const votes = await runsKnownAt(query, { model: 'confirmed-price', subjects: models, knownAt });
  const quotes = await listPrices(query, models, knownAt);
  return blends.flatMap(({ due, model, scenario }): readonly Asked[] => {
    const vote = votes.get(model);
    if (vote === undefined) return [];
    const inputs = [confirmedBy(vote), ...standIns({ vote, scenario, quotes: quotes.get(model) ?? [] })];
    return hasPrices(vote, inputs) ? [{ due, inputs: [...inputs, ...scenario.assumptions.map(assumed)] }] : [];
  });
};

const confirmedBy = ({ id: runId, receipt, output }: StoredRun): TracedInput => ({
  input: { kind: 'run', role: 'confirmed', receipt, output },
  origin: { kind: 'run', runId },
});

const isConfirmed = ({ output }: StoredRun, metric: Metric): boolean =>
  VoteOutput.parse(output).meters[metric]?.status === 'confirmed';

/** A model of which only one of input and output is quoted has no blend. */
const hasPrices = (vote: StoredRun, inputs: readonly TracedInput[]): boolean =>
  (['input', 'output'] as const).every(
    (metric) => isConfirmed(vote, metric) || inputs.some(({ input }) => input.role === metric),
  );

interface Unconfirmed {
  readonly vote: StoredRun;
  readonly scenario: BlendScenario;
  readonly quotes: readonly ValueInForce[];
}

/** Of the meters that the workload pays and nobody confirms, the quotes of the first source that has both input and output. */
function standIns({ vote, scenario, quotes }: Unconfirmed): readonly TracedInput[] {
  const offers = sources.map(({ id }) => quotes.filter(({ series }) => series.source === id));
  const whole = offers.find((offer) => ['input', 'output'].every((metric) => priceOf(offer, metric) !== undefined));
  const preferred = [...(whole ?? []), ...offers.flat()];
  return tokenMeters
    .filter((metric) => isPaid(scenario, metric) && !isConfirmed(vote, metric))
    .flatMap((metric) => {
      const value = priceOf(preferred, metric);
      return value === undefined ? [] : [observed(metric, value)];
    });
}

const priceOf = (offer: readonly ValueInForce[], metric: string) =>
  offer.find(({ series }) => series.metric === metric);

const shareOf: Readonly<Partial<Record<Metric, string>>> = {
  cache_read: 'cacheHitRate',
  cache_write_5m: 'cacheWriteShare',
  cache_write_1h: 'cacheWrite1hShare',
};

const isPaid = ({ assumptions }: BlendScenario, metric: Metric): boolean => {
  const share = shareOf[metric];
  return share === undefined || assumptions.some(({ role, value }) => role === share && value > 0);
};
