/** The rectangle a chart is drawn in, and what its edges stand for. */
import { type Heading, headingHeight, keyHeight } from './heading.ts';
import { tickText } from './price-text.ts';
import type { Scale } from './scale.ts';
import { textWidth } from './text-width.ts';
import type { ChartSize } from './theme.ts';

export interface Plane extends ChartSize {
  /** Margins in pixels. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: { readonly min: number; readonly max: number };
  readonly y: Scale;
}

export interface Layout {
  readonly size: ChartSize;
  readonly head: Heading;
  /** Entries of the key, where there is one. */
  readonly names?: readonly string[];
  /** Pixels kept free to the right. */
  readonly right: number;
  readonly x: Plane['x'];
  readonly y: Scale;
}

/** Leaves just the room that heading, key and tick labels need. */
export function planeFor({ size, head, names = [], right, x, y }: Layout): Plane {
  const text = tickText(y.step);
  return {
    ...size,
    left: 16 + Math.max(textWidth(text(y.min)), textWidth(text(y.max))),
    right,
    top: headingHeight(head, size) + keyHeight(names, size) + 28,
    bottom: 48,
    x,
    y,
  };
}

/** Pixels from the top edge of the drawing to the height of a value. */
export const pixelY = (plane: Plane, value: number): number => {
  const { min, max } = plane.y;
  return plane.top + ((max - value) / (max - min)) * (plane.height - plane.top - plane.bottom);
};

/** How steeply a line between two points of the plane rises on the page, in degrees. */
export function slopeDegrees(plane: Plane, from: readonly [number, number], to: readonly [number, number]): number {
  const { x, width, left, right } = plane;
  const across = ((to[0] - from[0]) / (x.max - x.min)) * (width - left - right);
  return (Math.atan2(pixelY(plane, from[1]) - pixelY(plane, to[1]), across) * 180) / Math.PI;
}

/** Moves positions apart to at least `gap`, in their order, as little as possible and within the two ends. */
export function spread(positions: readonly number[], gap: number, ends: readonly [number, number]): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let least = ends[0];
  for (const index of order) {
    placed[index] = Math.max(positions[index] ?? 0, least);
    least = placed[index] + gap;
  }
  let most = ends[1];
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, most);
    most = placed[index] - gap;
  }
  return placed;
}
