/** The floor of a system at the price of a memory part that stands in for what its vendor pays. */
import { z } from 'zod';
import { nonNegative, positive } from '../fields.ts';
import { usdPerGb } from '../memory-unit-price/memory-unit-price.ts';
import { ModelError } from '../model-error.ts';
import { parseInput } from '../parse-input.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { memoryPassThrough } from './memory-pass-through.ts';

const quoted = z.object({ price: nonNegative, capacityGb: positive });

export const memoryPassThroughRun: RunModel = {
  id: 'memory-pass-through',
  version: 1,
  compute: (question) => {
    const { price, capacityGb, ...figures } = runValues(question);
    const part = parseInput(quoted, { price, capacityGb });
    const proxy = question.inputs.find(({ role }) => role === 'price');
    if (proxy?.kind !== 'observation' || proxy.series.terms.kind !== 'memory')
      throw new ModelError('missing_field', 'price: expected the observed price of a memory part', question.inputs);
    return {
      ...memoryPassThrough(figures, usdPerGb(part.price, part.capacityGb)),
      proxy: {
        part: proxy.series.subject,
        basis: proxy.series.terms.basis,
        source: proxy.series.source,
        price: part.price,
        unit: proxy.series.unit,
      },
    };
  },
};
