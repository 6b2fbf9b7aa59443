/** Straight lines across the plane, and curves within it. */
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts';
import { colours } from './theme.ts';

export type Point = readonly [x: number, y: number | null];

export interface Stroke {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: 'solid' | 'dashed' | 'dotted' | number[];
  readonly step?: 'end';
  readonly name?: string;
}

/** A line through the points; it breaks where a point has no value. */
export const line = (
  points: readonly Point[],
  { colour, width = 2, dash = 'solid', step, name }: Stroke,
): LineSeriesOption => ({
  type: 'line',
  silent: true,
  symbol: 'none',
  color: colour,
  lineStyle: { color: colour, width, type: dash },
  data: points.map((point) => [...point]),
  ...(step === undefined ? {} : { step }),
  ...(name === undefined ? {} : { name }),
});

/** A limit that the reader compares the curves with. */
export const limit = (from: readonly [number, number], to: readonly [number, number], colour: string = colours.ink) =>
  line([from, to], { colour, width: 1.5, dash: 'dotted' });

export interface Dot {
  readonly colour: string;
  readonly size: number;
  readonly hollow?: boolean;
  readonly symbol?: 'circle' | 'diamond';
  readonly name?: string;
}

export const dots = (
  points: readonly Point[],
  { colour, size, hollow = false, symbol = 'circle', name }: Dot,
): ScatterSeriesOption => ({
  type: 'scatter',
  silent: true,
  symbol,
  symbolSize: size,
  color: colour,
  itemStyle: {
    opacity: 1,
    ...(hollow ? { color: colours.paper, borderColor: colour, borderWidth: 1.25 } : { color: colour }),
  },
  z: 4,
  data: points.map((point) => [...point]),
  ...(name === undefined ? {} : { name }),
});
