/** Dated values, and where the line through them has to break. */
import { type Day, daysBetween } from '@bandgap/core';
import { timeOf } from './day-ticks.ts';
import type { Point } from './line.ts';

export interface DatedValue {
  readonly day: Day;
  readonly value: number | null;
}

/** Nothing was seen for longer than this: a line across it would claim to know the days between. */
export const longestBridgeDays = 7;

/** The stretches over which values follow each other without a gap. Days must ascend. */
export function stretches<V extends DatedValue>(values: readonly V[]): (readonly V[])[] {
  const found: V[][] = [];
  let current: V[] = [];
  const close = () => {
    if (current.length > 0) found.push(current);
    current = [];
  };
  for (const point of values) {
    const last = current.at(-1);
    if (point.value === null || (last && daysBetween(last.day, point.day) > longestBridgeDays)) close();
    if (point.value !== null) current.push(point);
  }
  close();
  return found;
}

export const pointOf = ({ day, value }: DatedValue): Point => [timeOf(day), value];

/** The points of every part, with an empty one between two parts. */
export const broken = (parts: readonly (readonly DatedValue[])[]): Point[] =>
  parts.flatMap((part) => [...part.map(pointOf), ...part.slice(-1).map(({ day }): Point => [timeOf(day), null])]);

export interface Covered {
  readonly first: { readonly day: Day; readonly value: number };
  readonly last: { readonly day: Day; readonly value: number };
}

/** The first and the last value there is, or undefined where there is none. */
export function covered(values: readonly DatedValue[]): Covered | undefined {
  const known = values.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const [first, last] = [known[0], known.at(-1)];
  return first && last && { first, last };
}
