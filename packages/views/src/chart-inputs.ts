/** What the views give a chart to draw. */
import type { IndexPoint, IsoIrrChart, OneChart, PriceHistory } from '@bandgap/charts';
import type { OneChartFigures } from './one-chart-figures.ts';
import type { DatedIndexPoint, IndexHistory } from './readers.ts';

export const oneChartInput = ({ system, curves, hurdleIrr, ceilings, floor, pflops }: OneChartFigures): OneChart => ({
  systemName: system,
  curves,
  hurdleIrr,
  ceilings,
  floor,
  pflops,
});

export const isoIrrInput = (figures: OneChartFigures): IsoIrrChart => ({
  ...oneChartInput(figures),
  lines: figures.lines,
  baseSystemPrice: figures.baseSystemPricePerGpu,
});

export const historyInput = ({ definition, points, floor, alerts }: IndexHistory): PriceHistory => ({
  title: definition.name,
  unit: 'USD/GPU-hr',
  points: points.map(drawn),
  alerts,
  ...(floor === undefined ? {} : { floor: { label: 'floor', price: floor.price } }),
});

/** A chart tells apart what is sure and what is not. */
const drawn = ({ confidence, ...point }: DatedIndexPoint): IndexPoint => ({
  ...point,
  confidence: confidence === 'ok' ? 'ok' : 'low',
});
