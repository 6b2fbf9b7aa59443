/** Two recorded days that make naive indices lie: a source that changes its unit, and a panel that falls apart. */
import type { Quote } from '@bandgap/core';
import type { PreviousFixing, RentalIndex } from '@bandgap/models';
import { judge, type Source } from '@bandgap/sources';
import { describe, expect, test } from 'vitest';
import { haveSharedRecordings } from '../support/recordings.ts';
import { aggregatorDays, fixingOn, offersOn, readingOf } from './recorded-days.ts';

const aggregator: Source = {
  id: 'aggregator',
  name: 'getdeploying.com, as recorded',
  home: 'https://getdeploying.com',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '0 0 * * *',
  staleAfterMinutes: 1440,
  licence: { terms: 'restricted', name: 'unknown' },
  optIn: true,
  expect: { atLeast: 3, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [],
  parse: () => [],
};

describe.skipIf(!haveSharedRecordings)(
  `recorded days${haveSharedRecordings ? '' : ' (skipped: recordings are absent)'}`,
  () => {
    test('from instance totals to prices per GPU, the index of whole nodes would fall to an eighth: the day is quarantined', () => {
      const days = aggregatorDays('unit-switch_2026-02-14_to_22.csv');
      const [before = [], on = []] = ['2026-02-18', '2026-02-19'].map((day) => days.get(day));
      const nodes = (quotes: readonly Quote[]) => quotes.filter(({ at }) => at.endsWith(' x8'));
      expect(fixingOn('2026-02-18', offersOn('2026-02-18', nodes(before)), 'h100').pricePerGpuHour).toBeCloseTo(
        25.12,
        2,
      );
      expect(fixingOn('2026-02-19', offersOn('2026-02-19', nodes(on)), 'h100').pricePerGpuHour).toBeCloseTo(3.27, 2);
      expect(judge(aggregator, on, readingOf(before))).toMatchObject({
        kind: 'quarantined',
        reasons: expect.arrayContaining([expect.stringContaining('moved by /8: a changed unit?')]),
      });
    });

    test('from eleven sellers to four, the level jumps: the fixing is degraded and the linked index stays', () => {
      const days = [...aggregatorDays('panel-collapse_2026-04-25_to_05-31_h100.csv')];
      let previous: PreviousFixing | undefined;
      const fixings = new Map<string, RentalIndex>();
      for (const [day, quotes] of days) {
        const fixing = fixingOn(day, offersOn(day, quotes), 'h100', previous);
        fixings.set(day, fixing);
        previous = fixing;
      }
      const [before, after] = [fixings.get('2026-05-08'), fixings.get('2026-05-09')];
      expect([before?.n, after?.n, after?.confidence]).toEqual([11, 4, 'degraded']);
      expect((after?.pricePerGpuHour ?? 0) / (before?.pricePerGpuHour ?? 0)).toBeGreaterThan(1.13);
      expect(after?.linked).toBeCloseTo(before?.linked ?? 0, 12);
    });
  },
);
