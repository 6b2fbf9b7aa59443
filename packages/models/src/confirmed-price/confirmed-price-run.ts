/** The confirmed list price of a language model, meter by meter, from what several sources quote. */
import { labOfPriceList } from '@bandgap/catalog';
import type { Metric, ObservedInput, RunQuestion } from '@bandgap/core';
import { ModelError } from '../model-error.ts';
import type { RunModel } from '../run-model.ts';
import { type ConfirmedPrice, confirmedPrice } from './confirmed-price.ts';

export interface ConfirmedPrices {
  /** Confirmed when input and output are. */
  readonly status: ConfirmedPrice['status'];
  readonly meters: Readonly<Partial<Record<Metric, ConfirmedPrice>>>;
}

/** Inputs have the role `quote`; all are list prices of the lab itself, on the same terms. */
export const confirmedPriceRun: RunModel = {
  id: 'confirmed-price',
  version: 1,
  compute: (question): ConfirmedPrices => {
    const quotes = quotesIn(question);
    const meters = Object.fromEntries(
      [...new Set(quotes.map(({ series }) => series.metric))].toSorted().map((metric) => {
        const listPrices = quotes.filter(({ series }) => series.metric === metric).map(listPrice);
        return [metric, confirmedPrice(listPrices, question.knownAt)] as const;
      }),
    );
    const isConfirmed = meters.input?.status === 'confirmed' && meters.output?.status === 'confirmed';
    return { status: isConfirmed ? 'confirmed' : 'pending', meters };
  },
};

function quotesIn({ subject, inputs }: RunQuestion): readonly ObservedInput[] {
  const [lab] = subject.split('/');
  const seen = new Set<string>();
  return inputs.map((input) => {
    if (input.kind !== 'observation' || input.role !== 'quote')
      throw new ModelError('unknown_field', `${input.role}: expected an observed quote, was a ${input.kind}`, input);
    const { source, metric, venue, terms } = input.series;
    if (input.series.subject !== subject || venue !== lab || terms.kind !== 'token')
      throw new ModelError('bad_choice', `quote: expected a price of ${subject} at ${lab}, was at ${venue}`, input);
    const vote = `${source} ${metric}`;
    if (seen.has(vote))
      throw new ModelError('conflicting_fields', `quote: expected one ${vote}, was given two`, inputs);
    seen.add(vote);
    return input;
  });
}

const listPrice = ({ series: { source, venue }, value, observedAt }: ObservedInput) => ({
  source,
  firstHand: labOfPriceList.get(source) === venue,
  price: value,
  since: observedAt,
});
