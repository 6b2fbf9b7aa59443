/** Charts: typed figures in, one SVG document out. */
export type { AlertMark } from './alert-marks.ts';
export { type CapturedChart, capturedChart } from './captured.ts';
export type { DatedValue } from './dated.ts';
export { type FanChart, type FanPoint, fanChart } from './fan.ts';
export type { IndexPoint } from './index-lines.ts';
export { type IsoIrrChart, type IsoIrrLine, isoIrrChart } from './iso-irr.ts';
export type { PriceLevel } from './level-labels.ts';
export { type MemoryChart, type MemoryPrice, memoryChart } from './memory.ts';
export { eventsWithin, type MemoryEvent } from './memory-marks.ts';
export { type EarningsCurve, type OneChart, oneChart } from './one-chart.ts';
export { type PriceHistory, priceHistoryChart } from './price-history.ts';
export { decimalsOf, grouped, percent, usd } from './price-text.ts';
export { type Sparkline, sparkline } from './sparkline.ts';
export {
  placeOfTenor,
  type TermLine,
  type TermPoint,
  type TermStructureChart,
  termStructureChart,
} from './term-structure.ts';
export { type BasisChart, type BasisLine, basisChart } from './term-structure-basis.ts';
export { type ChartSize, middle, narrow, wide } from './theme.ts';
export { type TokenPrice, type TokenPriceChart, tokenPriceChart } from './token-price.ts';
export { type TornadoChart, type TornadoRow, tornadoChart } from './tornado.ts';
