/** One seller eight times too dear or too cheap moves the index of a recorded day by a tenth at most. */
import { indexLevel, type Listing, type RentalIndex } from '@bandgap/models';
import { judge, type Source, sourceById } from '@bandgap/sources';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveSharedRecordings } from '../support/recordings.ts';
import { aggregatorDays, fixingOn, judgedDays, offersOn, readingOf } from './recorded-days.ts';

/** Worst cases of the central-third mean over 79 recorded days with 9 to 23 owners. */
const LARGEST_RISE = 0.105;
const LARGEST_FALL = -0.071;
const FEWEST_OWNERS = 9;
/** The day from which the aggregator quotes per GPU. */
const PER_GPU_SINCE = '2026-02-19';

const source = sourceById('gpurentalprices');

function recordedFixings(): readonly RentalIndex[] {
  if (!haveSharedRecordings || source === undefined) return [];
  const own = judgedDays(source).map(({ day, offers }) => fixingOn(day, offers, 'h100'));
  const relayed = ['unit-switch_2026-02-14_to_22.csv', 'panel-collapse_2026-04-25_to_05-31_h100.csv']
    .flatMap((file) => [...aggregatorDays(file)])
    .filter(([day]) => day >= PER_GPU_SINCE)
    .map(([day, quotes]) => fixingOn(day, offersOn(day, quotes), 'h100'));
  return [...own, ...relayed];
}

const changeBy = (panel: readonly Listing[], wrong: number, factor: number): number =>
  indexLevel(panel.map((each, index) => (index === wrong ? { ...each, price: each.price * factor } : each))) /
    indexLevel(panel) -
  1;

/** What becomes of each recorded document after the first, were it eight times too dear or too cheap. */
const timesEight = (read: Source) =>
  judgedDays(read).flatMap(({ verdict }) => {
    if (verdict.kind !== 'accepted') return [];
    const { quotes } = verdict;
    return [8, 1 / 8].map((factor) => {
      const wrong = quotes.map((quote) => ({ ...quote, value: quote.value * factor }));
      return judge(read, wrong, readingOf(quotes)).kind;
    });
  });

describe.skipIf(!haveSharedRecordings)(
  `the H100 index${haveSharedRecordings ? '' : ' (skipped: recordings are absent)'}`,
  () => {
    const fixings = recordedFixings();
    const panels = fixings.filter(({ n }) => n >= FEWEST_OWNERS).map(({ constituents }) => constituents);
    const eightfold = panels.flatMap((panel) =>
      panel.flatMap((_, wrong) => [8, 1 / 8].map((factor) => changeBy(panel, wrong, factor))),
    );

    test('with any one owner times or divided by eight', () => {
      expect([fixings.length, panels.length]).toEqual([77, 48]);
      expect(eightfold).toHaveLength(2 * panels.flat().length);
      expect(Math.max(...eightfold)).toBeLessThanOrEqual(LARGEST_RISE);
      expect(Math.min(...eightfold)).toBeGreaterThanOrEqual(LARGEST_FALL);
    });

    test('not at all where a document is wrong as a whole: it is quarantined', () => {
      expect(source === undefined ? [] : timesEight(source).filter((kind) => kind !== 'quarantined')).toEqual([]);
    });

    test('with any one owner wrong by any factor in between', () => {
      const mistake = fc
        .constantFrom(...panels)
        .chain((panel) =>
          fc.tuple(fc.constant(panel), fc.nat(panel.length - 1), fc.double({ min: 1 / 8, max: 8, noNaN: true })),
        );
      fc.assert(
        fc.property(mistake, ([panel, wrong, factor]) => {
          const change = changeBy(panel, wrong, factor);
          expect(change).toBeLessThanOrEqual(LARGEST_RISE);
          expect(change).toBeGreaterThanOrEqual(LARGEST_FALL);
        }),
        { numRuns: 500 },
      );
    });

    test('without any one owner', () => {
      const left = panels.flatMap((panel) =>
        panel.map((_, out) => indexLevel(panel.filter((_each, index) => index !== out)) / indexLevel(panel) - 1),
      );
      expect(Math.max(...left.map(Math.abs))).toBeLessThanOrEqual(0.055);
    });
  },
);
