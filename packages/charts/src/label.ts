/** Text beside a point: how lines are named here, instead of in a legend. */
import type { ScatterSeriesOption } from 'echarts';
import { drawable } from './drawable-text.ts';
import { type Plane, pixelY, spread } from './plane.ts';
import { textWidth } from './text-width.ts';
import { type ChartSize, colours, fontFamily, isNarrow } from './theme.ts';

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** On which side of the point the text stands. */
  readonly side: 'right' | 'left' | 'top' | 'bottom';
  /** Pixels right and down from there. */
  readonly offset?: readonly [number, number];
  readonly align?: 'left' | 'right' | 'center';
  readonly bold?: boolean;
  /** Degrees, counted against the clock. */
  readonly turned?: number;
}

const lineHeight = 15;

/** A halo of paper keeps text readable where it crosses a line. */
export const labels = (list: readonly Label[]): ScatterSeriesOption => ({
  type: 'scatter',
  silent: true,
  symbolSize: 0,
  clip: false,
  z: 10,
  data: list.map(({ x, y, text, side, offset = [0, 0], align, bold = false, turned = 0 }) => ({
    value: [x, y],
    label: {
      show: true,
      formatter: () => text.split('\n').map(drawable).join('\n'),
      position: side,
      distance: 4,
      offset: [...offset],
      ...(align === undefined ? {} : { align }),
      rotate: turned,
      color: colours.ink,
      fontSize: 12,
      fontFamily,
      fontWeight: bold ? 'bold' : 'normal',
      lineHeight,
      textBorderColor: colours.paper,
      textBorderWidth: 3,
    },
  })),
});

/** A value named in the margin to the right of the plane. */
export interface MarginLabel {
  readonly name: string;
  readonly value: string;
  readonly at: number;
  readonly bold?: boolean;
}

const rowsOf = ({ name, value }: MarginLabel, size: ChartSize): string =>
  [name, value].join(isNarrow(size) ? '\n' : ' ');

/** Pixels the margin needs for the longest label. */
export function marginFor(list: readonly MarginLabel[], size: ChartSize): number {
  const rows = list.flatMap((label) => rowsOf(label, size).split('\n'));
  return Math.max(24, ...rows.map((row) => textWidth(row) * 1.05 + 16));
}

/** Each label at the height of its value, or as near as its neighbours let it. */
export function marginLabels(plane: Plane, list: readonly MarginLabel[]): ScatterSeriesOption {
  const heights = list.map((label) => pixelY(plane, label.at));
  const gap = isNarrow(plane) ? 2 * lineHeight + 3 : lineHeight + 2;
  const placed = spread(heights, gap, [plane.top, plane.height - plane.bottom]);
  return labels(
    list.map((label, index) => ({
      x: plane.x.max,
      y: label.at,
      text: rowsOf(label, plane),
      side: 'right',
      offset: [2, (placed[index] ?? 0) - (heights[index] ?? 0)],
      bold: label.bold ?? false,
    })),
  );
}
