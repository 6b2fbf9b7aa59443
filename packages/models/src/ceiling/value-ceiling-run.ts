/** The value ceiling of a system from a cited reference price per PFLOP-hour. */
import { z } from 'zod';
import { nonNegative, positive } from '../fields.ts';
import { parseInput } from '../parse-input.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { valueCeiling } from './ceiling.ts';

const roles = z.strictObject({
  refPricePerPflopHour: positive,
  conservativePricePerPflopHour: nonNegative,
  targetPflops: positive,
});

export const valueCeilingRun: RunModel = {
  id: 'value-ceiling',
  version: 1,
  compute: (question) => valueCeiling(parseInput(roles, runValues(question))),
};
