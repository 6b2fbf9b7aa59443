/** What a rule found, in the unit of its reader: hours where minutes are counted, per cent where fractions are. */
import { expect, it } from 'vitest';
import { against } from './alerts-figures.ts';

it.each([
  [{ value: 1.80892, reference: 1.87615, unit: 'USD/GPU-hr' }, '1.809 against 1.876 USD/GPU-hr'],
  [{ value: 54_720, reference: 2880, unit: 'minutes' }, '912 h against 48 h'],
  [{ value: 0, reference: 90, unit: 'minutes' }, '0 min against 90 min'],
  [{ value: 0.31, reference: 0.25, unit: null }, '31 % against 25 %'],
  [{ value: null, reference: 1.9, unit: 'USD/GPU-hr' }, 'nothing against 1.9 USD/GPU-hr'],
  [{ value: null, reference: null, unit: null }, ''],
])('%o reads "%s"', (compared, words) => {
  expect(against(compared)).toBe(words);
});
