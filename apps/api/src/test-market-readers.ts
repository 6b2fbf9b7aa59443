/** Readers of tokens, memory, alerts and the rest of the markets with a few hand-written figures, for tests. */
import type { ConfirmedPrice } from '@bandgap/models';
import type { AlertHistory, MemoryQuote, Readers, TokenModel, TokenOffer, ToldTransition } from '@bandgap/views';

type Market =
  | 'tokens'
  | 'tokenModel'
  | 'tokenPrices'
  | 'memoryBoard'
  | 'memoryPart'
  | 'memoryPassThrough'
  | 'memorySignals'
  | 'memoryReference'
  | 'termStructure'
  | 'alerts'
  | 'alertHistory'
  | 'quarantine'
  | 'catalogue'
  | 'events';

const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)> & "quoted" '`;
const receipt = '37ddf7b55409'.padEnd(64, '0');
const at = '2026-11-20T06:00:00.000Z';

const confirmed = (price: number): ConfirmedPrice => ({
  status: 'confirmed',
  price,
  agree: ['anthropic', hostile],
  disagree: [{ price: price * 2, sources: ['litellm'] }],
});

export const opus: TokenModel = {
  model: 'anthropic/claude-opus-4-7',
  seller: 'anthropic',
  status: 'confirmed',
  meters: { input: confirmed(5), output: confirmed(25), cache_read: confirmed(0.5) },
  asOf: at,
  since: '2026-04-18',
  receipt,
  blends: [
    {
      scenario: 'agentic-300',
      label: 'Agentic coding, 300 tokens read per token written',
      blendedPerMTok: 0.99,
      status: 'confirmed',
      asOf: at,
      receipt,
    },
  ],
};

const grok: TokenModel = {
  model: 'xai/grok-4',
  seller: 'xai',
  status: 'pending',
  meters: { input: { status: 'pending', candidates: [{ price: 3, sources: [hostile] }] } },
  asOf: at,
  receipt,
  blends: [],
};

const offer = (changes: Partial<TokenOffer>): TokenOffer => ({
  source: 'openrouter',
  seller: hostile,
  terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
  meters: { input: 5, output: 25 },
  since: at,
  seenAt: at,
  publishable: false,
  ...changes,
});

const ddr5: MemoryQuote = {
  part: 'dram-ddr5-16gb-4800',
  name: hostile,
  form: 'chip',
  source: 'dramexchange',
  sourceName: 'DRAMeXchange',
  basis: 'spot',
  unit: 'USD/chip',
  publishable: false,
  asOf: at,
  value: 48.9,
  usdPerGb: 24.45,
  receipt,
  venue: 'dramexchange',
  change: 0.05,
  previousAsOf: '2026-11-13T06:00:00.000Z',
};

const told: ToldTransition = {
  id: 3,
  ruleId: 'h100-on-demand-below-floor',
  asOf: at,
  from: 'ok',
  to: 'firing',
  kind: 'transition',
  value: 1.9,
  reference: 1.98,
  unit: 'USD/GPU-hr',
  strong: true,
  since: at,
  runId: 1,
  referenceRunId: 2,
  eventKey: null,
  revision: 1,
  mutedBy: null,
  event: null,
  deliveries: [
    {
      transitionId: 3,
      channel: 'webhook',
      attempts: 12,
      nextAttemptAt: at,
      deliveredAt: null,
      givenUpAt: at,
      message: hostile,
    },
  ],
};

export const rule: AlertHistory = {
  id: 'h100-on-demand-below-floor',
  title: hostile,
  words: `H100 goes below ${hostile}`,
  subject: { kind: 'index', id: 'h100/on_demand/neocloud' },
  standing: {
    state: 'firing',
    told: 'firing',
    since: at,
    asOf: at,
    value: 1.9,
    reference: 1.98,
    unit: 'USD/GPU-hr',
  },
  judged: { samples: 2, first: '2026-11-19T00:00:00.000Z', last: at },
  wouldTell: [
    {
      kind: 'transition',
      from: 'ok',
      to: 'firing',
      strong: true,
      since: at,
      sample: {
        asOf: at,
        value: 1.9,
        low: 1.8,
        high: 1.95,
        reference: 1.98,
        unit: 'USD/GPU-hr',
        isSure: true,
        runId: 1,
        referenceRunId: 2,
      },
    },
  ],
  events: [],
  toldBefore: [told],
  silences: [
    {
      id: 1,
      ruleId: 'h100-on-demand-below-floor',
      transitionId: 3,
      author: hostile,
      reason: hostile,
      at,
      until: null,
      firingSince: at,
    },
  ],
  chart: {
    title: hostile,
    unit: 'USD/GPU-hr',
    points: [{ day: '2026-11-20', value: 1.9, low: 1.8, high: 1.95, confidence: 'ok' }],
  },
  publishable: false,
};

export const marketReaders: Pick<Readers, Market> = {
  tokens: async () => [opus, grok],
  tokenModel: async (model) =>
    model === opus.model
      ? {
          model,
          listPrice: opus,
          offers: [
            offer({}),
            offer({ terms: { kind: 'token', tier: 'batch', contextFrom: 200_000, window: hostile, region: hostile } }),
            offer({ terms: { kind: 'token', tier: 'standard', contextFrom: 0, listing: 'promo' } }),
            offer({ terms: { kind: 'token', tier: 'standard', contextFrom: 0, validFrom: '2027-01-01' } }),
          ],
          steps: [{ metric: 'input', from: '2026-04-18', price: 5, receipt }],
        }
      : model === grok.model
        ? { model, listPrice: grok, offers: [], steps: [] }
        : undefined,
  tokenPrices: async () => ({
    chart: {
      title: hostile,
      unit: 'USD/MTok',
      prices: [{ label: 'input', changes: [{ day: '2026-04-18', price: 5 }] }],
      until: '2026-11-20',
    },
    publishable: true,
  }),
  memoryBoard: async () => [ddr5],
  memoryPart: async (part) =>
    part === ddr5.part
      ? {
          part,
          name: hostile,
          form: 'chip',
          capacityGb: 2,
          lines: [{ ...ddr5, points: [ddr5] }],
          cited: [],
          events: [
            { kind: 'forecast', day: '2026-11-20', text: hostile, url: 'https://example.org/', publishable: true },
          ],
        }
      : undefined,
  memoryPassThrough: async () => [],
  memorySignals: async () => [
    {
      title: hostile,
      url: 'https://example.org/',
      publishedAt: at,
      source: 'trendforce-price',
      sourceName: 'TrendForce',
      publishable: true,
      statements: [
        {
          product: 'dram_server',
          metric: 'contract_price',
          period: '4Q26',
          low: 0.1,
          high: 0.15,
          range: '+10 to +15 %',
          status: 'forecast',
          prior: null,
          span: { start: 0, end: 4 },
          ruleId: 'r',
          grammarVersion: 1,
        },
      ],
    },
  ],
  memoryReference: async () => [],
  termStructure: async (gpu) =>
    gpu === 'h100'
      ? {
          gpu,
          name: 'H100',
          subjects: ['h100-sxm', hostile],
          markets: [
            {
              seller: 'neocloud',
              surface: 'list',
              tenor: 'on_demand',
              price: 3.3,
              owners: 9,
              sources: ['gpurentalprices'],
              seenAt: at,
              day: '2026-11-20',
            },
            {
              seller: 'published',
              surface: 'survey',
              tenor: 'contract_1y',
              price: 2.65,
              owners: 1,
              sources: ['rental-reference'],
              seenAt: at,
              day: '2026-11-20',
            },
          ],
          missing: ['contract_3y'],
          basis: [],
          history: [],
          publishable: true,
        }
      : undefined,
  alerts: async () => ({
    rules: [rule],
    told: [told],
    silences: rule.silences,
    refused: [{ id: 'x', reason: hostile }],
  }),
  alertHistory: async (id) => (id === rule.id ? rule : undefined),
  quarantine: async () => ({
    documents: [
      {
        id: 7,
        source: 'vast',
        sourceName: hostile,
        url: 'https://vast.ai/offers',
        fetchedAt: at,
        lastFetchedAt: at,
        fetches: 2,
        verdict: 'quarantined',
        reasons: [hostile],
        skips: { ambiguous: 4 },
        state: 'waiting',
        decisions: [],
      },
    ],
    prices: [],
    rows: [],
    rejectedSources: [],
    waiting: 1,
  }),
  catalogue: async () => [
    {
      source: 'vast',
      sourceName: hostile,
      kind: 'rental',
      series: 12,
      subjects: 3,
      licence: 'Public offers',
      publishable: false,
    },
    {
      source: 'gpurentalprices',
      sourceName: 'gpurentalprices.com',
      kind: 'rental',
      series: 300,
      subjects: 40,
      licence: 'CC BY 4.0',
      publishable: true,
    },
  ],
  events: async () => [
    {
      key: 'ab'.repeat(32),
      kind: 'price_changed',
      source: 'confirmed-price',
      subject: opus.model,
      asOf: at,
      recordedAt: at,
      event: {},
      text: hostile,
      publishable: true,
    },
  ],
};

export const emptyMarketReaders: Pick<Readers, Market> = {
  tokens: async () => [],
  tokenModel: async (model) => (model === opus.model ? { model, offers: [], steps: [] } : undefined),
  tokenPrices: async () => undefined,
  memoryBoard: async () => [],
  memoryPart: async (part) => ({ part, name: part, form: 'chip', capacityGb: 2, lines: [], cited: [], events: [] }),
  memoryPassThrough: async () => [],
  memorySignals: async () => [],
  memoryReference: async () => [],
  termStructure: async (gpu) => ({
    gpu,
    name: gpu,
    subjects: [gpu],
    markets: [],
    missing: [],
    basis: [],
    history: [],
    publishable: true,
  }),
  alerts: async () => ({ rules: [], told: [], silences: [], refused: [] }),
  alertHistory: async (id) => ({
    id,
    title: id,
    words: id,
    subject: { kind: 'events' },
    judged: null,
    wouldTell: [],
    events: [],
    toldBefore: [],
    silences: [],
    publishable: true,
  }),
  quarantine: async () => ({ documents: [], prices: [], rows: [], rejectedSources: [], waiting: 0 }),
  catalogue: async () => [],
  events: async () => [],
};
