/** From a seller's unit to a price per GPU-hour, or to the reason why not. */
import { describe, expect, it } from 'vitest';
import { numberIn, type RentalOffer, rentalRow } from './rental-row.ts';

const offer: RentalOffer = {
  venue: 'azure',
  name: 'ND96isr_H100_v5',
  gpu: 'h100-sxm',
  gpus: 8,
  usdPerHour: 98.32,
  terms: { surface: 'list', tenor: 'on_demand' },
  at: '/',
};

describe('rentalRow', () => {
  it('divides a machine by its GPUs, and keeps them as the smallest order', () => {
    expect(rentalRow(offer)).toMatchObject({ value: 12.29, series: { terms: { minGpus: 8 } } });
  });

  it('takes a price per GPU as it is, for an order of any size', () => {
    const row = rentalRow({ ...offer, gpus: 'each', usdPerHour: 3 });
    expect(row).toMatchObject({ value: 3 });
    expect(row.kind === 'quote' && row.series.terms).not.toHaveProperty('minGpus');
  });

  it.each([1, 2, 3, 4, 6, 8, 10, 16, 72, 24, 104])('knows of orders of %d GPUs', (gpus) => {
    expect(rentalRow({ ...offer, gpus })).toMatchObject({ kind: 'quote' });
  });

  it.each([
    ['a count no machine has', { gpus: 12 }, 'implausible', 'gpu-count'],
    ['half a GPU', { gpus: 0.5 }, 'implausible', 'gpu-count'],
    ['no GPUs', { gpus: 0 }, 'implausible', 'gpu-count'],
    ['no count', { gpus: undefined }, 'unknown_unit', 'how many'],
    ['no GPU that we know', { gpu: undefined }, 'unknown_subject', 'ND96isr'],
    ['a price of zero', { usdPerHour: 0 }, 'not_a_price', ': 0'],
    ['a price in words', { usdPerHour: 'ask' }, 'not_a_price', 'ask'],
    ['no price', { usdPerHour: undefined }, 'not_a_price', 'undefined'],
  ])('skips %s', (_, overrides, code, text) => {
    expect(rentalRow({ ...offer, ...overrides })).toMatchObject({
      kind: 'skip',
      code,
      text: expect.stringContaining(text),
    });
  });
});

describe('numberIn', () => {
  it.each([
    ['15.120000', 15.12],
    ['$1,049.24', 1049.24],
    [7, 7],
    ['', ''],
    ['1e3', '1e3'],
    ['-1', '-1'],
    [null, null],
  ])('reads %j as %j', (text, number) => expect(numberIn(text)).toBe(number));
});
