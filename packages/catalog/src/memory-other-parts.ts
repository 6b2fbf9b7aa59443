/** Mobile packages, high-bandwidth stacks, and what analysts price by the gigabyte. */
import type { MemoryPart } from './memory-parts.ts';

const unlisted = { boardIds: {}, aliases: [] } as const;

/** On MemoryMarket alone; the number is that of its weekly list. */
const lpddr = ([generation, gigabits, number]: Lpddr): MemoryPart => ({
  id: `package-lpddr${generation.toLowerCase()}-${gigabits}gb`,
  name: `LPDDR${generation} ${gigabits}Gb`,
  form: 'package',
  unit: 'USD/package',
  capacityGb: gigabits / 8,
  boardIds: { memorymarket: `ews/${number}` },
  aliases: [],
});

type Lpddr = readonly [generation: '4X' | '5X', gigabits: number, number: number];

const packages: readonly Lpddr[] = [
  ['5X', 32, 100328],
  ['5X', 48, 100327],
  ['5X', 64, 100326],
  ['5X', 96, 100325],
  ['5X', 128, 100324],
  ['4X', 16, 100156],
  ['4X', 32, 100183],
  ['4X', 48, 100182],
  ['4X', 64, 100229],
];

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
  ...packages.map(lpddr),
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
