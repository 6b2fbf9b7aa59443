/** Every chart with small figures, for tests. */
import {
  type ChartSize,
  capturedChart,
  fanChart,
  isoIrrChart,
  memoryChart,
  oneChart,
  priceHistoryChart,
  sparkline,
  tokenPriceChart,
  tornadoChart,
} from './index.ts';

const points = [
  { day: '2026-11-16', value: 2.1, low: 2, high: 2.2, confidence: 'ok' },
  { day: '2026-11-17', value: 2.12, low: 2.01, high: 2.22, confidence: 'low' },
  { day: '2026-11-18', value: null, low: null, high: null, confidence: 'low' },
  { day: '2026-11-19', value: 2.2, low: 2.1, high: 2.3, confidence: 'ok', provisional: true },
] as const;

const ceilings = [{ label: 'value parity', price: 12.25 }];

export const charts: Readonly<Record<string, (title: string, size?: ChartSize) => string>> = {
  'price history': (title, size) =>
    priceHistoryChart(
      {
        title,
        unit: 'USD/GPU-hr',
        points,
        floor: { label: title, price: 1.98 },
        ceilings: [{ label: title, price: 2.6 }],
        alerts: [
          { day: '2026-11-17', to: 'firing' },
          { day: '2026-11-18', to: 'no_data' },
          { day: '2026-11-19', to: 'ok' },
        ],
      },
      size,
    ),
  'price history without values': (title, size) => priceHistoryChart({ title, unit: 'USD/GPU-hr', points: [] }, size),
  'one chart': (title, size) =>
    oneChart(
      {
        systemName: title,
        curves: [
          {
            label: title,
            points: [
              { irr: 0, price: 3.94 },
              { irr: 0.156, price: 4.92 },
              { irr: 0.4, price: 6.41 },
            ],
          },
          {
            label: '+40 %',
            points: [
              { irr: 0, price: 4.78 },
              { irr: 0.156, price: 6.11 },
              { irr: 0.4, price: 8.11 },
            ],
          },
        ],
        hurdleIrr: 0.156,
        ceilings,
        floor: 4.92,
        pflops: 17.5,
        market: [{ label: title, price: 8 }],
        earned: { irr: 0.38, price: 6.3 },
      },
      size,
    ),
  'iso-IRR': (title, size) =>
    isoIrrChart(
      {
        systemName: title,
        lines: [
          {
            irr: 0.1,
            points: [
              { systemPrice: 74_029, price: 4.03 },
              { systemPrice: 185_073, price: 7.22 },
            ],
          },
          {
            irr: 0.156,
            points: [
              { systemPrice: 74_029, price: 4.33 },
              { systemPrice: 185_073, price: 7.89 },
            ],
          },
        ],
        hurdleIrr: 0.156,
        baseSystemPrice: 92_536,
        ceilings,
        floor: 4.92,
        pflops: 17.5,
      },
      size,
    ),
  'token price': (title, size) =>
    tokenPriceChart(
      {
        title,
        unit: 'USD/MTok',
        prices: [
          {
            label: title,
            changes: [
              { day: '2025-08-05', price: 75 },
              { day: '2025-11-24', price: 25 },
            ],
          },
          {
            label: 'input',
            changes: [
              { day: '2025-08-05', price: 15 },
              { day: '2026-01-01', price: null },
            ],
          },
        ],
        until: '2026-11-21',
      },
      size,
    ),
  memory: (title, size) =>
    memoryChart(
      {
        title,
        unit: 'USD/chip',
        prices: [
          {
            label: title,
            quotes: [
              { day: '2026-11-16', value: 34.1 },
              { day: '2026-11-17', value: 34.4 },
            ],
          },
          { label: 'contract', quotes: [{ day: '2026-10-31', value: 24 }] },
        ],
      },
      size,
    ),
  captured: (title, size) =>
    capturedChart(
      {
        title,
        floor: 4.92,
        ceiling: 12.25,
        reference: title,
        price: 8,
        parts: [
          { party: title, perGpuHour: 4.25, share: 0.58 },
          { party: 'Neocloud', perGpuHour: -0.4, share: -0.05 },
          { party: 'nobody', perGpuHour: 0, share: null },
        ],
      },
      size,
    ),
  tornado: (title, size) =>
    tornadoChart(
      {
        title,
        floor: 4.92,
        rows: [
          { label: title, low: '12 %', high: '20 %', floorAtLow: 4.6, floorAtHigh: 5.3 },
          { label: 'Utilisation', low: '85 %', high: '100 %', floorAtLow: 5.79, floorAtHigh: 4.92 },
        ],
      },
      size,
    ),
  fan: (title, size) =>
    fanChart(
      {
        title,
        points: [
          { hurdleIrr: 0.1, p5: 4.1, p50: 4.7, p95: 5.4 },
          { hurdleIrr: 0.3, p5: 5, p50: 5.9, p95: 7 },
        ],
        published: { hurdleIrr: 0.156, price: 4.92 },
      },
      size,
    ),
  sparkline: (title, size) => sparkline({ title, points }, size),
};
