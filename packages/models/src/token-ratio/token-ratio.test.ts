/** Change in the cost of a token: the published FP8 and FP4 steps, and margins. */
import { expect, test } from 'vitest';
import { tokenRatio } from './token-ratio.ts';

test('17 and 32 times the throughput at 1.7 times the cost', () => {
  expect(tokenRatio({ throughputRatio: 17, tcoRatio: 1.7, priceRatio: 1 }).costRatio).toBeCloseTo(0.1, 12);
  expect(tokenRatio({ throughputRatio: 32, tcoRatio: 1.7, priceRatio: 1 }).timesCheaper).toBeCloseTo(18.8, 1);
});

test('a margin from 38 to 70 % needs costs at 0.484, and at a third of the price 0.161', () => {
  const margins = { throughputRatio: 1, tcoRatio: 1, marginBefore: 0.38, marginAfter: 0.7 };
  expect(tokenRatio({ ...margins, priceRatio: 1 }).costRatioNeeded).toBeCloseTo(0.484, 3);
  expect(tokenRatio({ ...margins, priceRatio: 1 / 3 }).costRatioNeeded).toBeCloseTo(0.161, 3);
  expect(tokenRatio({ ...margins, priceRatio: 1 / 3 }).marginAfter).toBeCloseTo(-0.86, 12);
});
