/** The zero of a function known to be a straight line, from two of its points. */
import { ModelError } from '../model-error.ts';

/** `span` is the distance between the points, of the size of the answer so that digits are kept. */
export function affineRoot(valueAt: (x: number) => number, span: number): number {
  const atZero = valueAt(0);
  const root = (-atZero / (valueAt(span) - atZero)) * span;
  if (!Number.isFinite(root))
    throw new ModelError('degenerate', 'the value sought does not move the present value', { atZero, span });
  return root;
}
