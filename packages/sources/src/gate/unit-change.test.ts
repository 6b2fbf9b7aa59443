/** A changed unit is told from news. */
import { type Quote, quote } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recording, recordingsAbsent } from '../artifacts.fixture.ts';
import { unitChanges } from './unit-change.ts';

const rental = (venue: string, subject: string, value: number): Quote =>
  quote({
    series: {
      subject,
      metric: 'rental',
      venue,
      terms: { kind: 'rental', surface: 'list', tenor: 'on_demand' },
      unit: 'USD/GPU-hr',
    },
    value,
    at: `${venue} ${subject}`,
  });

const keyOf = ({ venue, subject }: Quote['series']) => `${venue} ${subject}`;
const valuesOf = (quotes: readonly Quote[]) => {
  const values = new Map(quotes.map(({ series, value }) => [keyOf(series), value]));
  return (series: Quote['series']) => values.get(keyOf(series));
};

const many = Array.from({ length: 30 }, (_, index) => rental(`venue-${index}`, 'h100-sxm', 2 + index / 10));
const moved = (count: number, ratio: number) =>
  many.map((row, index) => (index < count ? { ...row, value: row.value * ratio } : row));

describe('unitChanges', () => {
  it('lets two venues halve their prices', () => {
    expect(unitChanges(moved(2, 0.5), valuesOf(many))).toEqual([]);
  });

  it('stops at three', () => {
    expect(unitChanges(moved(3, 0.125), valuesOf(many))).toEqual([
      '3 of 30 prices at 3 venues moved by /8: a changed unit?',
    ]);
  });

  it('stops at a fifth of the prices of one venue', () => {
    const before = Array.from({ length: 10 }, (_, index) => rental('one', `gpu-${index}`, 2 + index));
    const after = before.map((row, index) => (index < 2 ? { ...row, value: row.value * 100 } : row));
    expect(unitChanges(after, valuesOf(before))).toEqual(['2 of 10 prices at 1 venues moved by x100: a changed unit?']);
  });

  it('does not hold one of many venues against the others, however much of the document it is', () => {
    const large = Array.from({ length: 10 }, (_, index) => rental('large', `gpu-${index}`, 2 + index));
    const before = [...large, ...many.slice(0, 2)];
    const after = [...large.map((row) => ({ ...row, value: row.value * 8 })), ...many.slice(0, 2)];
    expect(unitChanges(after, valuesOf(before))).toEqual([]);
  });

  it('takes tokens at half and a quarter of the price, and not at an eighth', () => {
    const before = many.map(
      ({ series, value, at }): Quote =>
        quote({
          series: {
            ...series,
            metric: 'input',
            terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
            unit: 'USD/MTok',
          },
          value,
          at,
        }),
    );
    const at = (share: number) => before.map((row) => ({ ...row, value: row.value * share }));
    expect(unitChanges(at(0.5), valuesOf(before))).toEqual([]);
    expect(unitChanges(at(0.25), valuesOf(before))).toEqual([]);
    expect(unitChanges(at(0.125), valuesOf(before))).toHaveLength(1);
  });

  it('finds any of the ratios, either way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 4, 8, 16, 100, 1000, 1e6),
        fc.boolean(),
        fc.double({ min: 0.992, max: 1.008, noNaN: true }),
        (ratio, up, noise) => {
          const [found] = unitChanges(moved(30, (up ? ratio : 1 / ratio) * noise), valuesOf(many));
          expect(found).toContain(`moved by ${up ? 'x' : '/'}${ratio}:`);
        },
      ),
    );
  });

  it('takes news of any other size', () => {
    expect(unitChanges(moved(30, 0.66), valuesOf(many))).toEqual([]);
    expect(unitChanges(moved(30, 3), valuesOf(many))).toEqual([]);
  });

  it('has nothing to say about series that are new', () => {
    expect(unitChanges(many, () => undefined)).toEqual([]);
  });
});

describe.skipIf(recordingsAbsent)('unitChanges on recorded days (skipped where the recordings are absent)', () => {
  const lines = recordingsAbsent
    ? []
    : new TextDecoder()
        .decode(recording('gpu/aggregator-panel/unit-switch_2026-02-14_to_22.csv'))
        .trim()
        .split('\n')
        .slice(1);
  const onDay = (day: string): readonly Quote[] =>
    lines
      .map((line) => line.split(','))
      .filter(([date, , , , , type]) => date === day && type === 'on_demand')
      .map(([, venue = '', gpu = '', count = '', region = '', , , median]) =>
        rental(venue, `${gpu} x${count} ${region}`, Number(median)),
      );

  it('stops the day on which getdeploying.com went from instance totals to prices per GPU', () => {
    const days = ['2026-02-14', '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'];
    const stopped = days
      .slice(1)
      .filter((day, index) => unitChanges(onDay(day), valuesOf(onDay(days[index] ?? ''))).length > 0);
    expect(stopped).toEqual(['2026-02-19']);
  });
});
