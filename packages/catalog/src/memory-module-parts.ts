/** Memory modules on the public boards of DRAMeXchange, TrendForce and MemoryMarket. */
import type { BoardIds, MemoryPart } from './memory-parts.ts';

interface Described {
  readonly name: string;
  readonly id: string;
  readonly capacityGb: number;
  readonly boardIds?: BoardIds;
  readonly aliases?: readonly string[];
}

const module = ({ boardIds = {}, aliases = [], ...described }: Described): MemoryPart => ({
  form: 'module',
  unit: 'USD/module',
  boardIds,
  aliases,
  ...described,
});

/** MemoryMarket prices modules by speed; the number is that of its weekly list. */
const atSpeed = (kind: 'udimm' | 'sodimm', [generation, capacityGb, speed, number]: AtSpeed): MemoryPart =>
  module({
    id: `module-ddr${generation}-${kind}-${capacityGb}gb-${speed}`,
    name: `DDR${generation} ${kind.toUpperCase()} ${capacityGb}GB ${speed}`,
    capacityGb,
    boardIds: { memorymarket: `ews/${number}` },
  });

type AtSpeed = readonly [generation: 4 | 5, capacityGb: number, speed: number, number: number];

const udimms: readonly AtSpeed[] = [
  [4, 8, 3200, 100223],
  [4, 32, 3200, 100225],
  [5, 8, 5600, 100322],
  [5, 8, 6000, 100323],
  [5, 16, 5600, 100268],
  [5, 16, 6000, 100269],
  [5, 32, 5600, 100270],
  [5, 32, 6000, 100271],
];

const sodimms: readonly AtSpeed[] = [
  [4, 8, 3200, 100227],
  [4, 16, 3200, 100228],
  [5, 8, 5600, 100320],
  [5, 16, 5600, 100321],
];

const rdimms: readonly Described[] = [
  {
    id: 'module-ddr5-rdimm-32gb',
    name: 'DDR5 RDIMM 32GB 4800/5600',
    capacityGb: 32,
    boardIds: { memorymarket: 'ems/100262' },
    aliases: ['DDR5 RDIMM 32GB'],
  },
  {
    id: 'module-ddr5-rdimm-64gb',
    name: 'DDR5 RDIMM 64GB',
    capacityGb: 64,
    boardIds: { memorymarket: 'ems/100263' },
  },
  {
    id: 'module-ddr5-rdimm-96gb',
    name: 'DDR5 RDIMM 96GB',
    capacityGb: 96,
    boardIds: { memorymarket: 'ems/100264' },
  },
  {
    id: 'module-ddr4-rdimm-16gb',
    name: 'DDR4 RDIMM 16GB 3200',
    capacityGb: 16,
    boardIds: { memorymarket: 'ems/100254' },
  },
  {
    id: 'module-ddr4-rdimm-32gb',
    name: 'DDR4 RDIMM 32GB 3200',
    capacityGb: 32,
    boardIds: { memorymarket: 'ems/100255' },
  },
  {
    id: 'module-ddr4-rdimm-64gb',
    name: 'DDR4 RDIMM 64GB 3200',
    capacityGb: 64,
    boardIds: { memorymarket: 'ems/100256' },
  },
];

const others: readonly Described[] = [
  { id: 'module-ddr5-udimm-16gb', name: 'DDR5 UDIMM 16GB 4800/5600', capacityGb: 16 },
  { id: 'module-ddr5-sodimm-8gb', name: 'DDR5 8GB SO-DIMM', capacityGb: 8 },
  {
    id: 'module-ddr4-udimm-16gb',
    name: 'DDR4 UDIMM 16GB 3200',
    capacityGb: 16,
    boardIds: { memorymarket: 'ews/100224' },
  },
  { id: 'module-ddr4-sodimm-16gb', name: 'DDR4 16GB SO-DIMM', capacityGb: 16 },
  { id: 'module-ddr4-sodimm-8gb', name: 'DDR4 8GB SO-DIMM', capacityGb: 8 },
];

export const moduleParts: readonly MemoryPart[] = [
  ...[...rdimms, ...others].map(module),
  ...udimms.map((udimm) => atSpeed('udimm', udimm)),
  ...sodimms.map((sodimm) => atSpeed('sodimm', sodimm)),
];
