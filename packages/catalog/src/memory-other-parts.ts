/** Memory that no public board lists: mobile packages, high-bandwidth stacks, and what analysts price by the gigabyte. */
import type { MemoryPart } from './memory-parts.ts';

const unlisted = { boardIds: {}, aliases: [] } as const;

const lpddr5x = (gigabits: number): MemoryPart => ({
  id: `package-lpddr5x-${gigabits}gb`,
  name: `LPDDR5X ${gigabits}Gb`,
  form: 'package',
  unit: 'USD/package',
  capacityGb: gigabits / 8,
  ...unlisted,
});

const stack = (id: string, name: string): MemoryPart => ({
  id,
  name,
  form: 'stack',
  unit: 'USD/stack',
  capacityGb: 36,
  ...unlisted,
});

const byTheGigabyte = (id: string, name: string): MemoryPart => ({
  id,
  name,
  form: 'gigabyte',
  unit: 'USD/GB',
  ...unlisted,
});

export const otherParts: readonly MemoryPart[] = [
  ...[32, 48, 64, 96, 128].map(lpddr5x),
  stack('stack-hbm4-36gb', 'HBM4 12-high 36GB'),
  stack('stack-hbm3e-36gb', 'HBM3E 12-high 36GB'),
  byTheGigabyte('hbm4', 'HBM4'),
  byTheGigabyte('hbm3e', 'HBM3E'),
  byTheGigabyte('ddr5-server-pc', 'DDR5 for servers and PCs'),
  byTheGigabyte('ddr4-consumer', 'DDR4 for consumer devices'),
  byTheGigabyte('lpddr5x-mobile', 'LPDDR5X for phones'),
  byTheGigabyte('dram-iphone', 'DRAM of an iPhone'),
  byTheGigabyte('socamm-nvidia', 'SOCAMM as bought by NVIDIA'),
];
