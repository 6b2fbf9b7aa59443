/** The charts, each as an SVG document in three sizes, and as PNG for where SVG cannot go. */
import {
  basisChart,
  type ChartSize,
  capturedChart,
  fanChart,
  isoIrrChart,
  memoryChart,
  middle,
  narrow,
  oneChart,
  priceHistoryChart,
  sparkline,
  termStructureChart,
  tokenPriceChart,
  tornadoChart,
  wide,
} from '@bandgap/charts';
import { pngOf } from '@bandgap/png';
import {
  basisInput,
  capturedInput,
  fanInput,
  historyInput,
  isoIrrInput,
  oneChartInput,
  type Readers,
  termStructureInput,
  tornadoInput,
} from '@bandgap/views';
import type { Context, Hono } from 'hono';
import { floorAt } from '../pages/floor-address.ts';
import { partChart } from '../pages/memory-chart.ts';
import { BadQuery, scenarioAt } from './bad-query.ts';
import { knownAtIn } from './known-at.ts';
import type { PageDeps } from './page.tsx';

interface Asked {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly size: ChartSize;
}

/** Undefined where there is nothing to draw. */
type Draw = (readers: Readers, asked: Asked) => Promise<string | undefined>;

const drawings: Readonly<Record<string, Draw>> = {
  '/charts/one-chart': async (_, { query, size }) => oneChart(oneChartInput(scenarioAt(query)), size),
  '/charts/iso-irr': async (_, { query, size }) => isoIrrChart(isoIrrInput(scenarioAt(query)), size),
  '/charts/captured': async (_, { query, size }) => capturedChart(capturedInput(scenarioAt(query)), size),
  '/charts/tornado/:system': async (_, { parameters, query, size }) => {
    const floor = floorAt(parameters.system, query);
    return floor && tornadoChart(tornadoInput(floor), size);
  },
  '/charts/fan/:system': async (_, { parameters, query, size }) => {
    const floor = floorAt(parameters.system, query);
    const fan = floor && fanInput(floor);
    return fan && fanChart(fan, size);
  },
  '/charts/gpu/:gpu/:tenor/:segment': async (readers, { parameters: { gpu, tenor, segment }, query, size }) => {
    const history = await readers.index(`${gpu}/${tenor}/${segment}`, knownAtIn(query));
    return history && priceHistoryChart(historyInput(history), size);
  },
  '/charts/tokens/:lab/:model': async (readers, { parameters: { lab, model }, size }) => {
    const prices = await readers.tokenPrices(`${lab}/${model}`);
    return prices && tokenPriceChart(prices.chart, size);
  },
  '/charts/memory/:part': async (readers, { parameters: { part = '' }, size }) => {
    const prices = await readers.memoryPrices(part);
    return prices && memoryChart(prices.chart, size);
  },
  '/charts/memory/:part/history': async (readers, { parameters: { part = '' }, size }) => {
    const history = await readers.memoryPart(part);
    const chart = history && partChart(history);
    return chart && memoryChart(chart, size);
  },
  '/charts/terms/:gpu': async (readers, { parameters: { gpu = '' }, size }) => {
    const terms = await readers.termStructure(gpu);
    return terms && termStructureChart(termStructureInput(terms), size);
  },
  '/charts/basis/:gpu': async (readers, { parameters: { gpu = '' }, size }) => {
    const terms = await readers.termStructure(gpu);
    return terms && basisChart(basisInput(terms), size);
  },
  '/charts/alerts/:rule': async (readers, { parameters: { rule = '' }, size }) => {
    const watched = await readers.alertHistory(rule);
    return watched?.chart && priceHistoryChart(watched.chart, size);
  },
};

export function mountCharts(app: Hono, { readers }: PageDeps): void {
  app.get('/charts/gpu/:gpu/:tenor/:segment/word.svg', async (context) => {
    const { gpu, tenor, segment } = context.req.param();
    const history = await readers.index(`${gpu}/${tenor}/${segment}`);
    return picture(context, history && sparkline({ title: history.definition.name, points: history.points }));
  });
  for (const [path, draw] of Object.entries(drawings)) {
    for (const [name, size] of Object.entries({ wide, middle, narrow })) {
      for (const kind of ['svg', 'png'] as const) {
        app.get(`${path}/${name}.${kind}`, async (context) => {
          const asked = { parameters: context.req.param(), query: new URL(context.req.url).searchParams, size };
          return await drawn(context, () => draw(readers, asked), kind);
        });
      }
    }
  }
}

async function drawn(context: Context, draw: () => Promise<string | undefined>, kind: 'svg' | 'png') {
  try {
    return picture(context, await draw(), kind);
  } catch (error) {
    if (error instanceof BadQuery) return context.text(error.message, 400);
    throw error;
  }
}

function picture(context: Context, svg: string | undefined, kind: 'svg' | 'png' = 'svg') {
  if (svg === undefined) return context.notFound();
  if (kind === 'svg') return context.body(svg, 200, { 'Content-Type': 'image/svg+xml' });
  return context.body(new Uint8Array(pngOf(svg)), 200, { 'Content-Type': 'image/png' });
}
