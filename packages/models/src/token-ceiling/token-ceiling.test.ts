/** The token ceiling: the worked number, which ceiling binds, and its tie to the cost of a token. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenCost } from '../token-cost/token-cost.ts';
import { tokenCeiling } from './token-ceiling.ts';

const open = { pricePerMTok: 0.3, tokensPerSecPerGpu: 5100, utilization: 0.8, targetMargin: 0.4 };

test('the worked number', () => {
  const ceiling = tokenCeiling(open);
  expect(ceiling.tokenCeilingPricePerGpuHour).toBeCloseTo(2.64384, 10);
  expect(ceiling.revenuePerGpuHour).toBeCloseTo(4.4064, 10);
  expect(ceiling).not.toHaveProperty('binding');
});

describe('beside parity in compute', () => {
  test.each([
    [12.25, 'token', 2.64384],
    [2, 'parity', 2],
  ])('at %d the %s ceiling binds', (parityPricePerGpuHour, binding, price) => {
    const ceiling = tokenCeiling({ ...open, parityPricePerGpuHour });
    expect(ceiling.binding).toBe(binding);
    expect(ceiling.bindingPricePerGpuHour).toBeCloseTo(price, 10);
  });
});

test('at the ceiling, tokens leave exactly the margin aimed at', () => {
  const price = fc.double({ min: 0.01, max: 100, noNaN: true });
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const margin = fc.double({ min: -0.5, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(price, share, margin, (pricePerMTok, utilization, targetMargin) => {
      const serving = { pricePerMTok, tokensPerSecPerGpu: 5100, utilization };
      const rent = tokenCeiling({ ...serving, targetMargin }).tokenCeilingPricePerGpuHour;
      expect(tokenCost({ ...serving, pricePerGpuHour: rent }).grossMargin).toBeCloseTo(targetMargin, 10);
    }),
  );
});
