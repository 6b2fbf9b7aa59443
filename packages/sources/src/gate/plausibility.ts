/** The widest range in which a price of each kind has ever been seen, with room around it. Outside it stands a wrong unit, not a price. */
import type { Metric, Quote, Unit } from '@bandgap/core';

type Band = readonly [above: number, upTo: number];

/** USD per GPU-hour by subject, most specific name first: getcomputable/gpu-index catalog (Apache-2.0), read 2026-08-22. */
const rentalBands: readonly (readonly [prefix: string, band: Band])[] = [
  ['gb200', [1, 100]],
  ['gb300', [1, 100]],
  ['h100', [0.2, 25]],
  ['h200', [0.3, 30]],
  ['b200', [0.5, 40]],
  ['b300', [1, 60]],
  ['a100', [0.1, 12]],
  ['mi300x', [0.2, 15]],
  ['mi355x', [0.5, 30]],
];

/** Any other accelerator: up to the highest band above. */
const otherRental: Band = [0, 100];

/** Stand-ins for "no price": Mithril's minimum of one cent (skypilot-org/skypilot#9156), RunPod's 0.5 (2026-04-16). */
const placeholders: readonly number[] = [0.01, 0.5];

/** USD per million tokens. The dearest list prices so far are o1-pro's 150 in and 600 out (OpenAI, 2025-03). */
export const dearestPerMTok = { input: 200, cache_read: 200, cache_write_5m: 400, cache_write_1h: 400, output: 1000 };

const tokenBands: Partial<Record<Metric, Band>> = {
  input: [0, dearestPerMTok.input],
  cache_read: [0, dearestPerMTok.cache_read],
  cache_write_5m: [0, dearestPerMTok.cache_write_5m],
  cache_write_1h: [0, dearestPerMTok.cache_write_1h],
  output: [0, dearestPerMTok.output],
};

/** Memory: a factor of about ten around the boards recorded from 2025-07 to 2026-09 (TrendForce, DRAMeXchange, CFM). */
const memoryBands: Partial<Record<Unit, Band>> = {
  'USD/chip': [0.05, 1000],
  'USD/die': [0.05, 1000],
  'USD/package': [1, 3000],
  'USD/module': [5, 20_000],
  'USD/stack': [30, 10_000],
  'USD/card': [0.5, 10_000],
  'USD/GB': [0.02, 500],
  'USD/kg': [500, 500_000],
  index: [5, 1000],
};

/** Why a quote cannot be a price, or undefined where it can. */
export function implausibility({ series, value }: Quote): string | undefined {
  if (!Number.isFinite(value) || value <= 0) return `expected a price above zero, was ${value}`;
  const rental = series.unit === 'USD/GPU-hr';
  const known = rental ? rentalBands.find(([prefix]) => series.subject.startsWith(prefix))?.[1] : undefined;
  if (known !== undefined && placeholders.includes(value)) return `${value} ${series.unit} is a placeholder`;
  const band = rental ? (known ?? otherRental) : (tokenBands[series.metric] ?? memoryBands[series.unit]);
  if (band === undefined) return `no plausible range for ${series.metric} in ${series.unit}`;
  const [above, upTo] = band;
  return value > above && value <= upTo ? undefined : `expected ${above} to ${upTo} ${series.unit}, was ${value}`;
}
