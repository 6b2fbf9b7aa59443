/** The generator against the outputs of its authors' implementation, and that the seed decides everything. */
import { expect, test } from 'vitest';
import { drawUniform, randomFrom } from './random.ts';

/** Outputs of xoshiro128starstar.c from the state 1, 2, 3, 4. */
const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];

test('xoshiro128** from the state 1, 2, 3, 4', () => {
  const numbers = new Float64Array(5);
  drawUniform(Int32Array.of(1, 2, 3, 4), numbers);
  const expected = [0, 2, 4, 6, 8].map((k) => ((published[k]! >>> 5) * 2 ** 26 + (published[k + 1]! >>> 6)) / 2 ** 53);
  expect([...numbers]).toEqual(expected);
});

test('the same seed gives the same numbers, however many at a time', () => {
  const whole = new Float64Array(10);
  drawUniform(randomFrom(7), whole);
  const state = randomFrom(7);
  const [first, second] = [new Float64Array(4), new Float64Array(6)];
  drawUniform(state, first);
  drawUniform(state, second);
  expect([...first, ...second]).toEqual([...whole]);
});

test('neighbouring seeds have nothing in common', () => {
  const numbers = [0, 1, 2 ** 32 - 1].map((seed) => {
    const few = new Float64Array(3);
    drawUniform(randomFrom(seed), few);
    return [...few];
  });
  expect(new Set(numbers.flat()).size).toBe(9);
});

test('numbers fill the interval from 0 to 1 evenly', () => {
  const numbers = new Float64Array(100_000);
  drawUniform(randomFrom(1), numbers);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const number of numbers) tenths[Math.floor(number * 10)]!++;
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
