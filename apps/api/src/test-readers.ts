/** Readers with a few hand-written figures, for tests. */
import { indexDefinitions } from '@bandgap/catalog';
import { UsageError } from '@bandgap/core';
import type { Figure, Receipt } from '@bandgap/receipts';
import type { IndexHistory, Readers, SourceDetail, SourceState, Today } from '@bandgap/views';
import { scenarioFigures } from '@bandgap/views';
import { emptyMarketReaders, marketReaders } from './test-market-readers.ts';

export const floorReceipt = '3f9a61c04b7d'.padEnd(64, '0');
export const indexReceipt = '9b52ec543cd4'.padEnd(64, '0');
/** What a scraped name may hold. */
export const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)> & "quoted" '`;

const asOf = '2026-11-20T00:00:00.000Z';

export const figures: readonly Figure[] = [
  figure('floor/vr-nvl72/contract_5y', 'floor: VR NVL72', 4.92),
  figure('floor/h100-sxm/on_demand', 'floor: H100 SXM', 1.98),
  figure('ceiling/vr-nvl72/contract_5y/conservative', 'ceiling: VR NVL72, conservative', 9.625),
  figure('ceiling/vr-nvl72/contract_5y/parity', 'ceiling: VR NVL72, parity', 12.25),
  {
    ...figure('index/h100/on_demand/neocloud', 'index: H100 on demand', 2.35),
    receipt: indexReceipt,
    n: 9,
    low: 2.3,
    high: 2.41,
  },
  { ...figure('blend/anthropic/claude-opus-4-7', 'blended price: Opus', 0.99), unit: 'USD/MTok' },
  {
    ...figure('memory/dramexchange/dram-ddr5-16gb-4800', `memory: ${hostile}`, 48.9),
    unit: 'USD/chip',
    publishable: false,
  },
];

function figure(id: string, label: string, value: number): Figure {
  return { id, label, value, unit: 'USD/GPU-hr', asOf, receipt: floorReceipt, publishable: true };
}

export const source: SourceState = {
  id: 'vast',
  name: `Vast ${hostile}`,
  home: 'https://vast.ai/',
  state: 'quarantined',
  stale: true,
  lastFetchedAt: '2026-11-20T06:00:00.000Z',
  lastChangedAt: '2026-11-19T06:00:00.000Z',
  lastAcceptedAt: null,
  quotes: 11,
  headlines: 0,
  skips: { ambiguous: 4, implausible: 1 },
  message: `found 0 quotes ${hostile}`,
  terms: 'restricted',
  licence: 'Public offers',
  publishable: false,
};

export const today: Today = {
  dataTime: '2026-11-20T06:00:00.000Z',
  figures,
  changes: [
    {
      id: 'index/h100/on_demand/neocloud',
      label: 'index: H100 on demand',
      unit: 'USD/GPU-hr',
      from: { value: 2.5, asOf: '2026-11-19T00:00:00.000Z', receipt: floorReceipt },
      to: { value: 2.35, asOf, receipt: indexReceipt },
      publishable: true,
    },
  ],
  firing: [
    {
      rule: 'h100-on-demand-below-floor',
      title: `H100 below its floor ${hostile}`,
      since: '2026-11-18T00:00:00.000Z',
      value: 1.9,
      reference: 1.98,
      unit: 'USD/GPU-hr',
      strong: true,
      receipt: indexReceipt,
    },
  ],
  sources: [source],
};

const [definition] = indexDefinitions;
if (definition === undefined) throw new Error('the catalog has no index');

export const history: IndexHistory = {
  definition,
  points: [
    { day: '2026-11-19', value: 2.5, low: 2.4, high: 2.6, confidence: 'ok', n: 9, fixed: true, receipt: floorReceipt },
    {
      day: '2026-11-20',
      value: 2.35,
      low: 2.3,
      high: 2.41,
      confidence: 'low',
      n: 4,
      fixed: false,
      receipt: indexReceipt,
    },
  ],
  floor: { label: 'H100 SXM, sold on demand', price: 1.98, asOf: '2026-05-01', receipt: floorReceipt },
  alerts: [{ day: '2026-11-19', to: 'firing' }],
  filledIn: new Set([0]),
  publishable: true,
  latest: {
    day: '2026-11-20',
    knownAt: '2026-11-20T06:00:00.000Z',
    receipt: indexReceipt,
    constituents: [
      {
        owner: hostile,
        provider: 'lambda',
        source: 'gpurentalprices',
        price: 2.35,
        weight: 1,
        observedAt: '2026-10-01T00:00:00.000Z',
        seenAt: asOf,
        input: 0,
      },
    ],
    excluded: [{ provider: 'shadeform', price: 1.2, reason: 'reseller', input: 1 }],
  },
};

export const receipt: Receipt = {
  run: {
    id: 1,
    revision: 1,
    model: 'rental-index',
    version: 1,
    subject: 'h100/on_demand/neocloud',
    asOf,
    knownAt: '2026-11-21T00:30:00.000Z',
    receipt: indexReceipt,
    inputs: [],
    output: { pricePerGpuHour: 2.35, panel: [{ owner: hostile }] },
  },
  lines: [
    {
      kind: 'observation',
      input: {
        kind: 'observation',
        role: 'constituent',
        series: {
          source: 'gpurentalprices',
          subject: 'h100-sxm',
          metric: 'rental',
          venue: hostile,
          terms: { kind: 'rental', surface: 'list', tenor: 'on_demand' },
          unit: 'USD/GPU-hr',
        },
        value: 2.35,
        observedAt: asOf,
        recordedAt: asOf,
        seenAt: asOf,
      },
      document: {
        ordinal: 0,
        captureId: 1,
        sourceId: 'gpurentalprices',
        url: 'https://gpurentalprices.com/api/prices.json',
        fetchedAt: '2026-11-20T06:00:00.000Z',
        sha256: 'ab'.repeat(32),
        at: '/offers/3/usd_hr',
        parserVersion: 2,
        origin: 'backfill',
      },
      licence: { terms: 'attribution', name: 'CC BY 4.0' },
      publishable: true,
    },
    {
      kind: 'assumption',
      input: { kind: 'assumption', role: 'hurdleIrr', id: '2026-05-01/contract_5y/hurdleIrr', value: 0.156 },
      figure: { value: 0.156, unit: 'fraction per year', asOf: '2026-05-01', source: 'SemiAnalysis', basis: 'sourced' },
    },
    { kind: 'run', input: { kind: 'run', role: 'previous', receipt: floorReceipt, output: {} } },
  ],
};

export const sourceDetail: SourceDetail = {
  ...source,
  commodity: 'gpu_rental',
  schedule: '7 * * * *',
  nextRunAt: '2026-11-20T07:07:00.000Z',
  staleAfterMinutes: 180,
  parserVersion: 2,
  needs: [],
  expectsAtLeast: 10,
  captures: [
    {
      id: 7,
      url: 'https://vast.ai/offers',
      fetchedAt: '2026-11-20T06:00:00.000Z',
      contentType: 'text/html',
      bytes: 5120,
      sha256: 'cd'.repeat(32),
      verdict: 'quarantined',
      quotes: 0,
      headlines: 0,
      repeated: false,
    },
  ],
  skipped: [{ code: 'ambiguous', text: hostile, rows: 4 }],
};

export const testReaders: Readers = {
  ...marketReaders,
  today: async () => today,
  indices: async () => [history],
  index: async (id) => (id === history.definition.id ? history : undefined),
  oneChart: async (scenario) => ({
    ...scenarioFigures(scenario),
    receipts: { floor: floorReceipt, ceilings: floorReceipt },
  }),
  memoryPrices: async () => undefined,
  receipt: async (prefix) => {
    if (indexReceipt.startsWith(prefix)) return receipt;
    throw new UsageError(`no receipt starts with ${prefix}`);
  },
  verify: async () => ({
    run: receipt.run,
    holds: false,
    checks: [
      { what: `found ${hostile}`, holds: true },
      { what: 'recomputed', holds: false, found: `written 2.35, found ${hostile}` },
    ],
    unchecked: [{ receipt: floorReceipt, model: 'rental-index', subject: hostile, asOf }],
  }),
  sources: async () => [source],
  source: async (id) => (id === source.id ? sourceDetail : undefined),
  captureBytes: async (id) =>
    id === 'gpurentalprices'
      ? {
          sourceId: id,
          url: 'https://gpurentalprices.com/api/prices.json',
          fetchedAt: asOf,
          contentType: 'text/html',
          bytes: new TextEncoder().encode(hostile),
        }
      : undefined,
  dataTime: async () => today.dataTime,
  ready: async () => undefined,
};

/** As on a machine where nothing was fetched or computed yet. */
export const emptyReaders: Readers = {
  ...testReaders,
  ...emptyMarketReaders,
  today: async () => ({ dataTime: null, figures: [], changes: [], firing: [], sources: [] }),
  indices: async () => [{ definition: history.definition, points: [] }],
  index: async () => ({
    definition: history.definition,
    points: [],
    alerts: [],
    filledIn: new Set(),
    publishable: true,
  }),
  oneChart: async (scenario) => ({ ...scenarioFigures(scenario), receipts: {} }),
  source: async () => ({ ...sourceDetail, captures: [], skips: {}, skipped: [], message: null }),
  dataTime: async () => null,
};
