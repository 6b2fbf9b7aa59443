/** The charts, each as an SVG document in two sizes. */
import {
  type ChartSize,
  isoIrrChart,
  memoryChart,
  narrow,
  oneChart,
  priceHistoryChart,
  sparkline,
  tokenPriceChart,
  wide,
} from '@bandgap/charts';
import { historyInput, isoIrrInput, oneChartInput, type Readers } from '@bandgap/views';
import type { Context, Hono } from 'hono';
import type { ApiDeps } from './deps.ts';

type Parameters = Readonly<Record<string, string>>;
/** Undefined where there is nothing to draw. */
type Draw = (readers: Readers, parameters: Parameters, size: ChartSize) => Promise<string | undefined>;

const drawings: Readonly<Record<string, Draw>> = {
  '/charts/one-chart': async (readers, _, size) => {
    const figures = await readers.oneChart();
    return figures && oneChart(oneChartInput(figures), size);
  },
  '/charts/iso-irr': async (readers, _, size) => {
    const figures = await readers.oneChart();
    return figures && isoIrrChart(isoIrrInput(figures), size);
  },
  '/charts/gpu/:gpu/:tenor/:segment': async (readers, { gpu, tenor, segment }, size) => {
    const history = await readers.index(`${gpu}/${tenor}/${segment}`);
    return history && priceHistoryChart(historyInput(history), size);
  },
  '/charts/tokens/:lab/:model': async (readers, { lab, model }, size) => {
    const prices = await readers.tokenPrices(`${lab}/${model}`);
    return prices && tokenPriceChart(prices.chart, size);
  },
  '/charts/memory/:part': async (readers, { part = '' }, size) => {
    const prices = await readers.memoryPrices(part);
    return prices && memoryChart(prices.chart, size);
  },
};

export function mountCharts(app: Hono, { readers }: ApiDeps): void {
  app.get('/charts/gpu/:gpu/:tenor/:segment/word.svg', async (context) => {
    const { gpu, tenor, segment } = context.req.param();
    const history = await readers.index(`${gpu}/${tenor}/${segment}`);
    return svgOf(context, history && sparkline({ title: history.definition.name, points: history.points }));
  });
  for (const [path, draw] of Object.entries(drawings)) {
    for (const [name, size] of Object.entries({ wide, narrow })) {
      app.get(`${path}/${name}.svg`, async (context) => {
        return svgOf(context, await draw(readers, context.req.param(), size));
      });
    }
  }
}

const svgOf = (context: Context, svg: string | undefined) =>
  svg === undefined ? context.notFound() : context.body(svg, 200, { 'Content-Type': 'image/svg+xml' });
