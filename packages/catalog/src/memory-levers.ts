/** What the memory beside the processor of a system is taken to cost, and how much of it there is. */
import type { Day } from '@bandgap/core';
import { type Assumption, assumptionSet } from './assumption.ts';
import { aiValueCapture } from './citations.ts';
import type { SystemId } from './systems.ts';

export interface MemoryLeverCase {
  readonly system: SystemId;
  readonly asOf: Day;
  readonly assumptions: readonly Assumption[];
}

const priced = {
  costPerGb: {
    value: 10,
    unit: 'USD per GB',
    basis: 'sourced',
    note: 'The working figure for 2026.',
    ...aiValueCapture,
  },
  grossMargin: {
    value: 0.6,
    unit: 'fraction of price',
    basis: 'inferred',
    note: 'On memory that can be bought elsewhere and plugged in; which margin the rack price embeds is not printed.',
    ...aiValueCapture,
  },
} as const;

export const memoryLevers: readonly MemoryLeverCase[] = [
  {
    system: 'vr-nvl72',
    asOf: '2026-05-01',
    assumptions: assumptionSet('2026-05-01/vr-nvl72-memory', {
      ...priced,
      gbPerGpu: {
        value: (36 * 8 * 192) / 72,
        unit: 'GB',
        basis: 'derived',
        note: '36 CPUs with 8 modules of 192 GB, for 72 GPUs. The page bears no date; it is dated with this set.',
        source: 'BuySellRam, Why NVIDIA Vera Rubin Racks Cost Double, 2026: 54 TB of LPDDR5X per rack',
        url: 'https://www.buysellram.com/blog/why-nvidias-vera-rubin-racks-cost-double-and-memory-is-the-surprise/',
        asOf: '2026-05-01',
      },
    }),
  },
  {
    system: 'vr-nvl72',
    asOf: '2026-07-23',
    assumptions: assumptionSet('2026-07-23/vr-nvl72-memory', {
      ...priced,
      gbPerGpu: {
        value: (36 * 8 * 96) / 72,
        unit: 'GB',
        basis: 'derived',
        note: 'Most racks ship with modules of 96 GB, half as much as before.',
        source: 'SemiAnalysis, on the content of VR NVL72, 2026-06-05',
        asOf: '2026-06-05',
      },
    }),
  },
];
