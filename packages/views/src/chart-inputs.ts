/** What the views give a chart to draw. */
import type { IndexPoint, PriceHistory } from '@bandgap/charts';
import type { DatedIndexPoint, IndexHistory } from './readers.ts';

export const historyInput = ({ definition, points, floor, alerts }: IndexHistory): PriceHistory => ({
  title: definition.name,
  unit: 'USD/GPU-hr',
  points: points.map(drawn),
  alerts,
  ...(floor === undefined ? {} : { floor: { label: 'floor', price: floor.price } }),
});

/** A chart tells apart what is sure and what is not. */
const drawn = ({ confidence, fixed, ...point }: DatedIndexPoint): IndexPoint => ({
  ...point,
  confidence: confidence === 'ok' ? 'ok' : 'low',
  provisional: !fixed,
});
