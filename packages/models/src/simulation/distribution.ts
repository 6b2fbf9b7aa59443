/** How an uncertain input is spread, and numbers drawn from that. */
import { columnElement } from '../element.ts';
import { drawUniform, type RandomState } from './random.ts';

export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** Whole numbers, both ends included. */
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** `sigma` is the standard deviation of the logarithm. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number };

/** Moves `state` on by the same amount whatever the distribution, but for the pairing of normal deviates. */
export function draw(distribution: Distribution, count: number, state: RandomState): Float64Array {
  const numbers = new Float64Array(count + (count % 2));
  drawUniform(state, numbers);
  switch (distribution.kind) {
    case 'uniform':
      spreadUniform(distribution, numbers);
      break;
    case 'integer':
      spreadInteger(distribution, numbers);
      break;
    case 'triangular':
      spreadTriangular(distribution, numbers);
      break;
    case 'lognormal':
      spreadLognormal(distribution, numbers);
  }
  return numbers.subarray(0, count);
}

type Of<K extends Distribution['kind']> = Extract<Distribution, { readonly kind: K }>;

function spreadUniform({ low, high }: Of<'uniform'>, numbers: Float64Array): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = low + (high - low) * columnElement(numbers, i);
}

function spreadInteger({ low, high }: Of<'integer'>, numbers: Float64Array): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = low + Math.floor((high - low + 1) * columnElement(numbers, i));
}

/** By the inverse of the cumulative distribution, two branches of a parabola that meet at the mode. */
function spreadTriangular({ low, mode, high }: Of<'triangular'>, numbers: Float64Array): void {
  const span = high - low;
  const below = span === 0 ? 0 : (mode - low) / span;
  for (let i = 0; i < numbers.length; i++) {
    const share = columnElement(numbers, i);
    numbers[i] =
      share < below
        ? low + Math.sqrt(share * span * (mode - low))
        : high - Math.sqrt((1 - share) * span * (high - mode));
  }
}

/** Normal deviates in pairs by the method of Box and Muller. */
function spreadLognormal({ median, sigma }: Of<'lognormal'>, numbers: Float64Array): void {
  for (let i = 0; i < numbers.length; i += 2) {
    const radius = sigma * Math.sqrt(-2 * Math.log(1 - columnElement(numbers, i)));
    const angle = 2 * Math.PI * columnElement(numbers, i + 1);
    numbers[i] = median * Math.exp(radius * Math.cos(angle));
    numbers[i + 1] = median * Math.exp(radius * Math.sin(angle));
  }
}
