/** A rule and samples of it, for tests. */
import { type AlertRule, withPatience } from '@bandgap/catalog';
import { addDays, type Instant } from '@bandgap/core';
import type { Sample } from './sample.ts';

export const floor = 2;

export const rule: AlertRule = withPatience({
  id: 'h100-below-floor',
  title: 'H100 below its floor',
  subject: { kind: 'index', id: 'h100/on_demand/neocloud' },
  condition: {
    kind: 'crosses',
    direction: 'below',
    reference: { kind: 'floor', floor: 'new_build', project: 'h100-sxm/on_demand' },
  },
});

export const dayAt = (number: number): Instant => `${addDays('2026-01-01', number - 1)}T00:00:00.000Z`;

export const sampleOn = (number: number, value: number | null, rest: Partial<Sample> = {}): Sample => ({
  asOf: dayAt(number),
  value,
  reference: floor,
  low: null,
  high: null,
  isSure: true,
  unit: 'USD/GPU-hr',
  runId: number,
  referenceRunId: null,
  ...rest,
});
