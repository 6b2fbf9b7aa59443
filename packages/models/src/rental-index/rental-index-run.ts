/** One fixing of the rental index from recorded offers and the fixing before it. */
import { providerOf } from '@bandgap/catalog';
import { dayOf, fixingOf, type RunQuestion } from '@bandgap/core';
import { z } from 'zod';
import { nonNegative, positive } from '../fields.ts';
import { ModelError } from '../model-error.ts';
import { parseInput } from '../parse-input.ts';
import type { RunModel } from '../run-model.ts';
import { judgeListing } from './listing.ts';
import { type PreviousFixing, rentalIndex } from './rental-index.ts';

const previousSchema = z.object({
  linked: positive.nullable(),
  panel: z.array(z.object({ owner: z.string(), price: nonNegative })),
  recentCounts: z.array(nonNegative),
});

const subjectSchema = z.object({
  tenor: z.enum(['on_demand', 'spot', 'serverless', 'contract_1y', 'contract_3y', 'contract_5y']),
  segment: z.enum(['neocloud', 'hyperscaler', 'marketplace', 'all']),
});

/** A withheld price is the last one believed of an offer whose newest was not. */
const roles: ReadonlySet<string> = new Set(['constituent', 'withheld']);

export const rentalIndexRun: RunModel = {
  id: 'rental-index',
  version: 1,
  compute: (question) => {
    const [, tenor, ...segment] = question.subject.split('/');
    const subject = parseInput(subjectSchema, { tenor, segment: segment.join('/') });
    const { asOf, knownAt } = question;
    const fixing = fixingOf(dayOf(asOf));
    const scope = { ...subject, knownAt, at: knownAt < fixing ? knownAt : fixing, providerOf };
    const offers = question.inputs.flatMap((input) => {
      if (input.kind === 'observation' && roles.has(input.role)) return [input];
      if (input.kind === 'run' && input.role === 'previous') return [];
      throw new ModelError('unknown_field', `${input.role}: expected an observed constituent or a previous run`, input);
    });
    return rentalIndex(
      offers.map((offer) => judgeListing(offer, scope)),
      previousFixing(question),
    );
  },
};

function previousFixing({ inputs }: RunQuestion): PreviousFixing | undefined {
  const runs = inputs.filter((input) => input.kind === 'run');
  if (runs.length > 1) throw new ModelError('conflicting_fields', 'previous: expected one run, was given more', inputs);
  return runs[0] && parseInput(previousSchema, runs[0].output);
}
