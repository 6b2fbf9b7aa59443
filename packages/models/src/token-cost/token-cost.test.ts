/** Cost of a million tokens against two published figures. */
import { expect, test } from 'vitest';
import { tokenCost } from './token-cost.ts';

test('5 USD and 1,000 tokens a second: 1.389, as in the test of InferenceX-app', () => {
  const { costPerMTok } = tokenCost({ pricePerGpuHour: 5, tokensPerSecPerGpu: 1000, utilization: 1 });
  expect(costPerMTok).toBeCloseTo(1.389, 3);
});

test('2.49 USD and 5,100 tokens a second: 135 USD per billion', () => {
  const { costPerMTok } = tokenCost({ pricePerGpuHour: 2.49, tokensPerSecPerGpu: 5100, utilization: 1 });
  expect(Math.floor(costPerMTok * 1000)).toBe(135);
});

test('margin, break-even rent and required price agree with one another', () => {
  const question = { pricePerGpuHour: 2.808, tokensPerSecPerGpu: 8000, utilization: 0.5 };
  const { grossMargin = 0, breakevenPricePerGpuHour = 0 } = tokenCost({ ...question, pricePerMTok: 0.99 });
  expect(tokenCost({ ...question, targetMargin: grossMargin }).requiredPricePerMTok).toBeCloseTo(0.99, 12);
  const atBreakeven = tokenCost({ ...question, pricePerGpuHour: breakevenPricePerGpuHour, pricePerMTok: 0.99 });
  expect(atBreakeven.grossMargin).toBeCloseTo(0, 12);
});
