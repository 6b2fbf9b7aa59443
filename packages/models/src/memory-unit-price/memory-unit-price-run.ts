/** The price per gigabyte of one quoted memory part. */
import { z } from 'zod';
import { nonNegative, positive } from '../fields.ts';
import { ModelError } from '../model-error.ts';
import { parseInput } from '../parse-input.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { usdPerGb } from './memory-unit-price.ts';

const roles = z.strictObject({ price: nonNegative, capacityGb: positive });

export const memoryUnitPriceRun: RunModel = {
  id: 'memory-unit-price',
  version: 1,
  compute: (question) => {
    const { price, capacityGb } = parseInput(roles, runValues(question));
    const quoted = question.inputs.find(({ role }) => role === 'price');
    if (quoted?.kind !== 'observation')
      throw new ModelError('missing_field', 'price: expected an observed price, was an assumption', question.inputs);
    return { usdPerGb: usdPerGb(price, capacityGb), price, unit: quoted.series.unit };
  },
};
