/** Terms and markets are drawn apart, the same way each time, with what is drawn in words. */
import { describe, expect, test } from 'vitest';
import { type TermStructureChart, termStructureChart } from './term-structure.ts';
import { type BasisChart, basisChart } from './term-structure-basis.ts';
import { narrow } from './theme.ts';

const day = '2026-08-09';
const structure: TermStructureChart = {
  title: 'H100',
  unit: 'USD/GPU-hr',
  tenors: ['spot', 'on demand', '1 year'],
  lines: [
    {
      label: 'hyperscalers',
      points: [
        { tenor: 1, price: 10.53, owners: 2, day },
        { tenor: 2, price: 7.87, owners: 1, day },
      ],
    },
    { label: 'neoclouds <b>', points: [{ tenor: 1, price: 3.33, owners: 16, day }] },
    { label: 'nobody', points: [] },
  ],
};
const markets: BasisChart = {
  title: 'H100 on demand',
  unit: 'USD/GPU-hr',
  lines: [
    {
      label: 'neocloud list',
      points: [
        { day: '2026-08-08', value: 4 },
        { day, value: 3 },
      ],
    },
    { label: 'marketplace asks', points: [{ day: '2026-08-08', value: 3 }] },
    { label: 'published survey', points: [{ day: '2026-07-01', value: 2.65 }] },
  ],
};

describe('term structure', () => {
  test('says each price with its sellers and its day, and leaves out who has none', () => {
    const svg = termStructureChart(structure);
    expect(svg).toContain('hyperscalers: $10.53 on demand from 2, 2026-08-09; $7.87 1 year from 1, 2026-08-09.');
    expect(svg).not.toContain('nobody');
    expect(svg).not.toContain('<b>');
  });
  test('is the same each time, at each size, and says when there is nothing', () => {
    expect(termStructureChart(structure)).toBe(termStructureChart(structure));
    expect(termStructureChart(structure, narrow)).toContain('width="360"');
    expect(termStructureChart({ ...structure, lines: [] })).toContain('no values yet');
  });
});

describe('basis', () => {
  test('gives the share of the first market on the last day that both have', () => {
    const svg = basisChart(markets);
    expect(svg).toContain('marketplace asks: $3.00 on 2026-08-08 to $3.00 on 2026-08-08, 75 % of the neocloud list.');
    expect(svg).toContain('published survey: $2.65 on 2026-07-01 to $2.65 on 2026-07-01.');
  });
  test('is the same each time, at each size, and says when there is nothing', () => {
    expect(basisChart(markets)).toBe(basisChart(markets));
    expect(basisChart(markets, narrow)).toContain('width="360"');
    expect(basisChart({ ...markets, lines: [] })).toContain('no values yet');
  });
});
