/** Markets are kept apart, each at its own date; what is shown of two of them says which they are. */
import { addDays, fixingOf } from '@bandgap/core';
import { describe, expect, test } from 'vitest';
import { basis, termRatio } from './basis.ts';
import { levelsAt, type MarketLevel, type QuotedPrice, termStructure } from './term-structure.ts';

const at = (day: string) => `${day}T12:00:00.000Z`;
const today = '2026-08-09';
const quoted = (venue: string, value: number, change: Partial<QuotedPrice> = {}): QuotedPrice => ({
  source: 'gpurentalprices',
  venue,
  tenor: 'on_demand',
  surface: 'list',
  value,
  from: at('2026-07-05'),
  until: at(today),
  ...change,
});

const prices = [
  quoted('lambda', 3),
  quoted('nebius', 3.5),
  quoted('runpod', 4),
  quoted('azure', 12.29, { source: 'azure-retail' }),
  quoted('azure', 7.866, { source: 'azure-retail', tenor: 'contract_1y' }),
  quoted('vast', 2, { source: 'vast', surface: 'marketplace' }),
  quoted('semianalysis', 2.65, {
    source: 'rental-reference',
    tenor: 'contract_1y',
    surface: 'survey',
    from: at('2026-06-30'),
    until: at('2026-06-30'),
  }),
  quoted('shadeform', 1, { source: 'shadeform' }),
  quoted('nobody-knows', 1),
];
const level = (seller: string, tenor: string): MarketLevel => {
  const found = termStructure(prices).find((each) => each.seller === seller && each.tenor === tenor);
  if (found === undefined) throw new Error(`expected a level of ${seller} at ${tenor}`);
  return found;
};

test('one level per seller, surface and tenor; resellers and the unknown have none', () => {
  expect(
    termStructure(prices).map(({ seller, surface, tenor, price, owners }) => [seller, surface, tenor, price, owners]),
  ).toEqual([
    ['hyperscaler', 'list', 'on_demand', 12.29, 1],
    ['marketplace', 'marketplace', 'on_demand', 2, 1],
    ['neocloud', 'list', 'on_demand', expect.closeTo(3.5, 9), 3],
    ['hyperscaler', 'list', 'contract_1y', 7.866, 1],
    ['published', 'survey', 'contract_1y', 2.65, 1],
  ]);
  expect(level('published', 'contract_1y').seenAt).toBe(at('2026-06-30'));
});

test('the newest date with three owners goes before a newer one with fewer', () => {
  const later = quoted('coreweave', 6.155, { from: at('2026-08-22'), until: at('2026-08-22') });
  const neocloud = (...given: readonly QuotedPrice[]) =>
    termStructure(given).find(({ seller }) => seller === 'neocloud');
  expect(neocloud(...prices, later)).toMatchObject({ owners: 3, seenAt: at(today) });
  expect(neocloud(quoted('lambda', 3), later)).toMatchObject({ owners: 1, price: 6.155, seenAt: at('2026-08-22') });
});

test('an offer that its seller withdrew no longer counts; one that changed does, on each side of the change', () => {
  const lowest = quoted('lambda', 1, { until: at('2026-08-07') });
  const changing = [quoted('lambda', 3, { until: at('2026-08-07') }), quoted('lambda', 4, { from: at('2026-08-08') })];
  const priceOn = (day: string, given: readonly QuotedPrice[]) => levelsAt(given, fixingOf(day))[0]?.price;
  const withdrawn = [lowest, quoted('lambda', 3)];
  expect(['2026-08-07', '2026-08-08'].map((day) => priceOn(day, withdrawn))).toEqual([1, 3]);
  expect(['2026-08-07', '2026-08-08'].map((day) => priceOn(day, changing))).toEqual([3, 4]);
});

test('of what was printed the newest counts, not the mean of years', () => {
  const printed = (value: number, day: string) =>
    quoted(`survey of ${day}`, value, { tenor: 'contract_1y', surface: 'survey', from: at(day), until: at(today) });
  expect(termStructure([printed(2.35, '2026-06-01'), printed(2.65, '2026-06-30')])).toMatchObject([
    { seller: 'published', price: 2.65, owners: 1, seenAt: at('2026-06-30') },
  ]);
});

test('a market that nobody quotes any more has no level at that time', () => {
  const sellersOn = (day: string) => levelsAt(prices, at(day)).map(({ seller, tenor }) => `${seller} ${tenor}`);
  expect(sellersOn(addDays(today, 7))).toContain('neocloud on_demand');
  expect(sellersOn(addDays(today, 8))).toEqual(['hyperscaler contract_1y', 'published contract_1y']);
  expect(sellersOn('2026-07-04')).toEqual(['published contract_1y']);
});

describe('two levels', () => {
  test('of one tenor have a basis, which names both markets', () => {
    expect(basis(level('marketplace', 'on_demand'), level('neocloud', 'on_demand'))).toMatchObject({
      label: 'marketplace asks over neocloud list, on demand',
      difference: expect.closeTo(-1.5, 9),
      ratio: expect.closeTo(0.571, 3),
    });
  });
  test('of two tenors have none', () => {
    expect(() => basis(level('published', 'contract_1y'), level('neocloud', 'on_demand'))).toThrow(
      'tenor: expected one, was contract_1y and on_demand',
    );
  });
  test('of one seller have a ratio, of two sellers none', () => {
    expect(termRatio(level('hyperscaler', 'contract_1y'), level('hyperscaler', 'on_demand'))).toEqual({
      label: 'hyperscaler list, 1 year, over hyperscaler list, on demand',
      ratio: expect.closeTo(0.64, 3),
    });
    expect(() => termRatio(level('hyperscaler', 'contract_1y'), level('neocloud', 'on_demand'))).toThrow('seller');
  });
});
