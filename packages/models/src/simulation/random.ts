/** Uniform random numbers from a seed: xoshiro128**, the same on every machine. */

/** The four words of the generator's state. It moves on with every number drawn. */
export type RandomState = Int32Array;

const GOLDEN_RATIO = 0x9e3779b9;

/** Spreads a seed of 32 bits over the state with SplitMix32, so that neighbouring seeds start far apart. */
export function randomFrom(seed: number): RandomState {
  return Int32Array.from({ length: 4 }, (_, word) => mixed(seed + (word + 1) * GOLDEN_RATIO));
}

function mixed(counter: number): number {
  let bits = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
}

/** Fills `numbers` with multiples of 2^-53 from 0 to just below 1, each from two words of the generator. */
export function drawUniform(state: RandomState, numbers: Float64Array): void {
  let [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
  for (let index = 0; index < numbers.length; index++) {
    const first = scrambled(s1);
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    const second = scrambled(s1);
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    numbers[index] = ((first >>> 5) * 2 ** 26 + (second >>> 6)) / 2 ** 53;
  }
  state.set([s0, s1, s2, s3]);
}

const rotated = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

const scrambled = (word: number): number => Math.imul(rotated(Math.imul(word, 5), 7), 9);
