/** The area between a low and a high line. */
import type { CustomSeriesOption } from 'echarts';
import { timeOf } from './day-ticks.ts';
import type { IndexPoint } from './index-lines.ts';
import { colours } from './theme.ts';

export interface Bounds {
  readonly time: number;
  readonly low: number;
  readonly high: number;
}

/** Nothing where an end is missing. */
export const boundsOf = ({ day, low, high }: IndexPoint): Bounds[] =>
  low === null || high === null ? [] : [{ time: timeOf(day), low, high }];

/** One polygon per stretch; its data are real points, so that no axis is stretched towards zero or 1970. */
export const band = (name: string, parts: readonly (readonly Bounds[])[]): CustomSeriesOption => ({
  type: 'custom',
  name,
  silent: true,
  clip: true,
  itemStyle: { color: colours.sky, opacity: 0.35 },
  data: parts.map((part) => [part[0]?.time ?? 0, part[0]?.low ?? 0]),
  renderItem: ({ dataIndex }, api) => {
    const part = parts[dataIndex] ?? [];
    const upper = part.map(({ time, high }) => api.coord([time, high]));
    const lower = part.map(({ time, low }) => api.coord([time, low])).reverse();
    return {
      type: 'polygon',
      shape: { points: [...upper, ...lower] },
      style: { fill: colours.sky, opacity: 0.35 },
    };
  },
});
