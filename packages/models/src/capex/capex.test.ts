/** Capex per GPU from watts. */
import { expect, test } from 'vitest';
import { capexPerGpu } from './capex.ts';

const vrNvl72 = {
  capexPerWatt: 38.1,
  wattsPerGpu: 220_000 / 72,
  systemShare: 3.1 / 3.9,
  networkUplift: 0,
  systemPriceShock: 0,
};

test('VR NVL72 at 38.1 USD per watt of rack power', () => {
  const capex = capexPerGpu(vrNvl72);
  expect(capex.capexPerGpu).toBeCloseTo(116_416.67, 2);
  expect(capex.systemPricePerGpu).toBeCloseTo(92_536.32, 2);
  expect(capex.capexPerWatt).toBeCloseTo(38.1, 10);
});

test('a price shock falls on the system alone, an uplift on what stands around it', () => {
  const dearer = capexPerGpu({ ...vrNvl72, systemPriceShock: 0.4, networkUplift: 0.1 });
  expect(dearer.systemPricePerGpu).toBeCloseTo(1.4 * 92_536.32, 1);
  expect(dearer.ancillaryCapexPerGpu).toBeCloseTo(1.1 * 116_416.67 - 92_536.32, 1);
});

test('without watts there is no price per watt', () => {
  expect(capexPerGpu({ ...vrNvl72, wattsPerGpu: 0 })).toMatchObject({ capexPerGpu: 0, capexPerWatt: null });
});
