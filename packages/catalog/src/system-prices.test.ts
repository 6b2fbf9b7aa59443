/** The price of a system is part of the capex of the same set. */
import { expect, it } from 'vitest';
import { floorSet } from './floor-sets.ts';
import { systemPriceOf, systemPrices } from './system-prices.ts';

it('VR NVL72: 92,536 of 116,417 in May 2026, 108,377 of 132,257 in July', () => {
  expect(systemPriceOf('vr-nvl72', '2026-05-01')?.value).toBeCloseTo(92_536.32, 2);
  expect(systemPriceOf('vr-nvl72', '2026-07-23')?.value).toBeCloseTo(108_377.06, 2);
  expect(systemPriceOf('h100-sxm', '2026-05-01')).toBeUndefined();
});

it.each(systemPrices.map((price) => [`${price.system} as of ${price.asOf}`, price] as const))('%s', (_name, price) => {
  const { assumptions = [] } = floorSet(price.asOf)?.projects.find(({ system }) => system === price.system) ?? {};
  const value = (role: string) => assumptions.find((figure) => figure.role === role)?.value ?? 0;
  const allIn = value('capexPerGpu') || (value('capexPerWatt') * value('rackKw') * 1000) / value('gpusPerRack');
  expect(price.figure.value).toBeGreaterThan(0.7 * allIn);
  expect(price.figure.value).toBeLessThan(allIn);
});
