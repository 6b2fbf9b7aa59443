/** The inputs of a run as one record of values by role. */
import type { RunQuestion } from '@bandgap/core';
import { ModelError } from './model-error.ts';

/** Prices and assumptions by role. Throws a ModelError for a role given twice, and for the outcome of another run. */
export function runValues({ inputs }: RunQuestion): Readonly<Record<string, number | string>> {
  const values: Record<string, number | string> = {};
  for (const input of inputs) {
    if (input.kind === 'run')
      throw new ModelError('unknown_field', `${input.role}: expected a price or an assumption, was a run`, inputs);
    if (Object.hasOwn(values, input.role))
      throw new ModelError('conflicting_fields', `${input.role}: expected one input, was given twice`, inputs);
    values[input.role] = input.value;
  }
  return values;
}
