/** Names of horizontal lines, written just above them. */
import type { ScatterSeriesOption } from 'echarts';
import { labels } from './label.ts';
import { type Plane, pixelY, spread } from './plane.ts';
import { usd } from './price-text.ts';

export interface PriceLevel {
  readonly label: string;
  /** In the unit of the chart's price axis. */
  readonly price: number;
}

/** From `x` on, so that the text starts clear of what is drawn before it. */
export function levelLabels(plane: Plane, levels: readonly PriceLevel[], x = plane.x.min): ScatterSeriesOption {
  const heights = levels.map(({ price }) => pixelY(plane, price));
  const placed = spread(heights, 17, [plane.top + 9, plane.height - plane.bottom]);
  return labels(
    levels.map(({ label, price }, index) => ({
      x,
      y: price,
      text: `${label} ${usd(price)}`,
      side: 'right',
      offset: [2, (placed[index] ?? 0) - (heights[index] ?? 0) - 9],
    })),
  );
}
