/** One price, two GPUs: neither is believed. */
import { quote } from '@bandgap/core';
import { expect, it } from 'vitest';
import { withoutCopiedPrices } from './copied-price.ts';

const card = (subject: string, value: number, minGpus = 8) =>
  quote({
    series: {
      subject,
      metric: 'rental',
      venue: 'crusoe',
      terms: { kind: 'rental', surface: 'list', tenor: 'on_demand', minGpus },
      unit: 'USD/GPU-hr',
    },
    value,
    at: subject,
  });

it('skips a price that two GPUs share on equal terms', () => {
  const rows = [card('h100-sxm', 4.29), card('gb200', 4.29), card('h200', 4.49), card('l40s', 4.29, 1)];
  expect(withoutCopiedPrices(rows)).toMatchObject([
    { kind: 'skip', code: 'ambiguous', text: 'copied-price: 4.29 for h100-sxm and gb200' },
    { kind: 'skip', code: 'ambiguous' },
    { kind: 'quote' },
    { kind: 'quote' },
  ]);
});
