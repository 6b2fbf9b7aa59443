/** Unlike prices are refused, by name; a labelled factor makes them alike. */
import { describe, expect, test } from 'vitest';
import { type ComparablePrice, comparePrices } from './compare-prices.ts';

const onDemand: ComparablePrice = { value: 3, tenor: 'on_demand', surface: 'list', unit: 'USD/GPU-hr' };

test('like prices', () => {
  expect(comparePrices(onDemand, { ...onDemand, value: 2 })).toEqual({ ratio: 1.5, difference: 1 });
});

describe('refuses', () => {
  test.each([
    ['tenor on_demand and contract_5y', { tenor: 'contract_5y' }],
    ['surface list and survey', { surface: 'survey' }],
    ['tenor on_demand and contract_1y, surface list and survey', { tenor: 'contract_1y', surface: 'survey' }],
    ['unit: expected one, was USD/GPU-hr and USD/MTok', { unit: 'USD/MTok' }],
  ] as const)('%s', (named, change) => {
    expect(() => comparePrices(onDemand, { ...onDemand, ...change })).toThrow(named);
  });
  test('a factor that nobody stands for, that is none, or that bridges units', () => {
    const contract = { ...onDemand, tenor: 'contract_3y' } as const;
    expect(() => comparePrices(onDemand, contract, { factor: 0.44, label: ' ' })).toThrow('label');
    expect(() => comparePrices(onDemand, contract, { factor: 0, label: 'x' })).toThrow('above zero');
    expect(() => comparePrices(onDemand, { ...onDemand, unit: 'USD/MTok' }, { factor: 1, label: 'x' })).toThrow('unit');
  });
});

test('takes a labelled factor and passes the label on', () => {
  const label = 'three years over on demand at Azure, 2026-07-27';
  expect(
    comparePrices(
      { ...onDemand, value: 12.29 },
      { ...onDemand, value: 5.4, tenor: 'contract_3y' },
      { factor: 0.439, label },
    ),
  ).toEqual({ ratio: expect.closeTo(0.9991, 4), difference: expect.closeTo(-0.0047, 4), label });
});
