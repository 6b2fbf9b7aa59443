/** Two recorded stretches on which a naive reading raises a false alarm, and the rules stay silent. */
import { replay, type Sample } from '@bandgap/alerts';
import { type AlertRule, withPatience } from '@bandgap/catalog';
import { type Day, type ObservedInput, type Quote, startOf } from '@bandgap/core';
import type { RentalIndex } from '@bandgap/models';
import { judge, type Source, sourceById } from '@bandgap/sources';
import { describe, expect, test } from 'vitest';
import { aggregatorDays, fixingOn, offersOn, readingOf } from '../index/recorded-days.ts';
import { haveSharedRecordings } from '../support/recordings.ts';

const subject = { kind: 'index', id: 'h100/on_demand/neocloud' } as const;
const written = { id: 'h100', title: 'H100', subject };
const below = (value: number): AlertRule =>
  withPatience({
    ...written,
    condition: { kind: 'crosses', direction: 'below', reference: { kind: 'constant', value, unit: 'USD/GPU-hr' } },
  });
const above = (value: number): AlertRule =>
  withPatience({
    ...written,
    condition: { kind: 'crosses', direction: 'above', reference: { kind: 'constant', value, unit: 'USD/GPU-hr' } },
  });

interface FixingOfDay {
  readonly day: Day;
  readonly fixing: RentalIndex;
}

/** Every document is read as it is, or as the gate believes it. */
function fixings(file: string, read: (quotes: readonly Quote[], before: readonly Quote[]) => boolean) {
  let believed: readonly Quote[] = [];
  let offers: readonly ObservedInput[] = [];
  let previous: RentalIndex | undefined;
  return [...aggregatorDays(file)].map(([day, quotes]): FixingOfDay => {
    if (believed.length === 0 || read(quotes, believed)) {
      believed = quotes;
      offers = offersOn(day, quotes);
    }
    const fixing = fixingOn(day, offers, 'h100', previous);
    previous = fixing;
    return { day, fixing };
  });
}

const asItIs = () => true;
const throughTheGate = (source: Source) => (quotes: readonly Quote[], before: readonly Quote[]) =>
  judge(source, quotes, readingOf(before)).kind === 'accepted';

function told(rule: AlertRule, days: readonly FixingOfDay[], { trusting = false } = {}) {
  const reference =
    rule.condition.kind === 'crosses' && 'value' in rule.condition.reference ? rule.condition.reference.value : 0;
  const samples = days.map(({ day, fixing }): Sample => {
    const { pricePerGpuHour: value, low, high, confidence } = fixing;
    const isSure = trusting || confidence === 'ok';
    const origin = { unit: 'USD/GPU-hr', runId: null, referenceRunId: null };
    return { asOf: startOf(day), value, reference, low, high, isSure, ...origin };
  });
  return replay(rule, samples).flatMap(({ change }) => (change === undefined ? [] : [change.to]));
}

const level = (days: readonly FixingOfDay[], day: Day) =>
  days.find((each) => each.day === day)?.fixing.pricePerGpuHour ?? Number.NaN;

describe.skipIf(!haveSharedRecordings)(
  `recorded false alarms${haveSharedRecordings ? '' : ' (skipped: recordings are absent)'}`,
  () => {
    test('the days on which sellers went from instance totals to prices per GPU', () => {
      const file = 'unit-switch_2026-02-14_to_22.csv';
      const relay = sourceById('gpurentalprices');
      if (relay === undefined) throw new Error('expected the source gpurentalprices');
      const source: Source = { ...relay, expect: { ...relay.expect, mustQuote: ['h100-sxm'], atLeast: 3 } };
      const naive = fixings(file, asItIs);
      const judged = fixings(file, throughTheGate(source));
      const halfway = (level(naive, '2026-02-14') + level(naive, '2026-02-22')) / 2;
      expect(told(below(halfway), naive, { trusting: true })).toEqual(['firing']);
      expect(told(below(halfway), judged)).toEqual([]);
    });

    test('the days on which a panel of eleven fell to three', () => {
      const days = fixings('panel-collapse_2026-04-25_to_05-31_h100.csv', asItIs);
      const levels = days.flatMap(({ fixing }) => fixing.pricePerGpuHour ?? []);
      const before = level(days, '2026-05-08');
      const halfway = (before + Math.max(...levels)) / 2;
      expect(told(above(halfway), days, { trusting: true })[0]).toBe('firing');
      expect(told(above(halfway), days).filter((word) => word === 'firing')).toEqual([]);
    });
  },
);
