/** The area between a low and a high line. */
import type { CustomSeriesOption } from 'echarts';
import { timeOf } from './day-ticks.ts';
import type { IndexPoint } from './index-lines.ts';
import { colours } from './theme.ts';

export interface Bounds {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Nothing where an end is missing. */
export const boundsOf = ({ day, low, high }: IndexPoint): Bounds[] =>
  low === null || high === null ? [] : [{ x: timeOf(day), low, high }];

interface BandStyle {
  readonly colour: string;
  readonly opacity: number;
}

const range: BandStyle = { colour: colours.sky, opacity: 0.35 };

/** Where a price neither falls short of the floor nor exceeds the ceiling. */
export const room: BandStyle = { colour: colours.green, opacity: 0.08 };

/** One polygon per stretch; its data are real points, so that no axis is stretched towards zero or 1970. */
export const band = (
  name: string,
  parts: readonly (readonly Bounds[])[],
  { colour, opacity }: BandStyle = range,
): CustomSeriesOption => ({
  type: 'custom',
  name,
  silent: true,
  clip: true,
  itemStyle: { color: colour, opacity },
  data: parts.map((part) => [part[0]?.x ?? 0, part[0]?.low ?? 0]),
  renderItem: ({ dataIndex }, api) => {
    const part = parts[dataIndex] ?? [];
    const upper = part.map(({ x, high }) => api.coord([x, high]));
    const lower = part.map(({ x, low }) => api.coord([x, low])).reverse();
    return {
      type: 'polygon',
      shape: { points: [...upper, ...lower] },
      style: { fill: colour, opacity },
    };
  },
});
