/** The zero of a function that rises and bends, by the Illinois form of false position. */
import { ModelError } from '../model-error.ts';

const PRECISION = 1e-14;
const MAX_STEPS = 200;

interface Point {
  readonly x: number;
  readonly value: number;
}

/** Starts from `guess` and widens until the zero is between two points. */
export function risingRoot(valueAt: (x: number) => number, guess: number): number {
  const at = (x: number): Point => ({ x, value: valueAt(x) });
  const span = Math.max(1, Math.abs(guess));
  let low = reach(at, at(guess), -span);
  let high = reach(at, low, span);

  let movedBefore: 'low' | 'high' | undefined;
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = at(low.x - (low.value * (high.x - low.x)) / (high.value - low.value));
    const tolerance = PRECISION * Math.max(1, Math.abs(next.x));
    if (next.value === 0 || Math.min(next.x - low.x, high.x - next.x) <= tolerance) return next.x;
    if (next.value < 0) {
      low = next;
      if (movedBefore === 'low') high = halved(high);
      movedBefore = 'low';
    } else {
      high = next;
      if (movedBefore === 'high') low = halved(low);
      movedBefore = 'high';
    }
  }
  return (low.x + high.x) / 2;
}

/** An end that stays put twice in a row counts half, which pulls the next point towards it. */
const halved = ({ x, value }: Point): Point => ({ x, value: value / 2 });

/** Walks from a point, each stride twice the last, until the value is below zero going down or not below going up. */
function reach(at: (x: number) => Point, from: Point, stride: number): Point {
  let point = from;
  for (let length = stride; Number.isFinite(length); length *= 2) {
    if (stride < 0 ? point.value < 0 : point.value >= 0) return point;
    point = at(point.x + length);
  }
  throw new ModelError('degenerate', 'no price makes the present value zero', { from, stride });
}
