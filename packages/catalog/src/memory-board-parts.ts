/** Chips, dies and modules on the public boards of DRAMeXchange and TrendForce. */
import type { MemoryPart } from './memory-parts.ts';

type Described = Pick<MemoryPart, 'id' | 'name' | 'capacityGb'> & {
  readonly grade?: 'branded' | 'ett';
  readonly board?: number;
  readonly aliases?: readonly string[];
};

const traded = (form: 'chip' | 'die' | 'module', { board, aliases = [], ...described }: Described): MemoryPart => ({
  form,
  unit: `USD/${form}`,
  boardIds: board === undefined ? {} : { dramexchange: board },
  aliases,
  ...described,
});

const dram: readonly Described[] = [
  {
    id: 'dram-ddr5-16gb-4800',
    name: 'DDR5 16Gb (2Gx8) 4800/5600',
    capacityGb: 2,
    grade: 'branded',
    board: 475,
    aliases: ['DDR5 16G (2Gx8) 4800/5600'],
  },
  { id: 'dram-ddr5-16gb-ett', name: 'DDR5 16Gb (2Gx8) eTT', capacityGb: 2, grade: 'ett', board: 476 },
  {
    id: 'dram-ddr4-16gb-3200',
    name: 'DDR4 16Gb (2Gx8) 3200',
    capacityGb: 2,
    grade: 'branded',
    board: 473,
    aliases: ['DDR4 16Gb (2Gx8)3200'],
  },
  { id: 'dram-ddr4-16gb-ett', name: 'DDR4 16Gb (2Gx8) eTT', capacityGb: 2, grade: 'ett', board: 470 },
  { id: 'dram-ddr4-8gb', name: 'DDR4 8Gb 1Gx8', capacityGb: 1, grade: 'branded' },
  { id: 'dram-ddr4-8gb-2666', name: 'DDR4 1Gx8 2666MT/s', capacityGb: 1, grade: 'branded' },
  {
    id: 'dram-ddr4-8gb-3200',
    name: 'DDR4 8Gb (1Gx8) 3200',
    capacityGb: 1,
    grade: 'branded',
    aliases: ['DDR4 1Gx8 3200MT/s'],
  },
  { id: 'dram-ddr4-8gb-ett', name: 'DDR4 8Gb (1Gx8) eTT', capacityGb: 1, grade: 'ett' },
  { id: 'dram-ddr3-4gb-1600', name: 'DDR3 4Gb 512Mx8 1600/1866', capacityGb: 0.5, grade: 'branded' },
  { id: 'dram-gddr5-8gb', name: 'GDDR5 8Gb', capacityGb: 1, grade: 'branded' },
  { id: 'dram-gddr6-8gb', name: 'GDDR6 8Gb', capacityGb: 1, grade: 'branded' },
];

const nand: readonly Described[] = [
  { id: 'nand-slc-2gb', name: 'SLC 2Gb 256MBx8', capacityGb: 0.25, board: 55 },
  { id: 'nand-slc-1gb', name: 'SLC 1Gb 128MBx8', capacityGb: 0.125, board: 56 },
  { id: 'nand-mlc-64gb', name: 'MLC 64Gb 8GBx8', capacityGb: 8, board: 78 },
  { id: 'nand-mlc-32gb', name: 'MLC 32Gb 4GBx8', capacityGb: 4 },
  { id: 'nand-mlc-128gb', name: 'NAND 128Gb 16Gx8 MLC', capacityGb: 16 },
];

const wafers: readonly Described[] = [
  { id: 'die-tlc-512gb', name: '512Gb TLC', capacityGb: 64 },
  { id: 'die-tlc-256gb', name: '256Gb TLC', capacityGb: 32 },
  { id: 'die-tlc-128gb', name: '128Gb TLC', capacityGb: 16 },
];

const modules: readonly Described[] = [
  { id: 'module-ddr5-udimm-16gb', name: 'DDR5 UDIMM 16GB 4800/5600', capacityGb: 16 },
  {
    id: 'module-ddr5-rdimm-32gb',
    name: 'DDR5 RDIMM 32GB 4800/5600',
    capacityGb: 32,
    aliases: ['DDR5 RDIMM 32GB'],
  },
  { id: 'module-ddr5-rdimm-64gb', name: 'DDR5 RDIMM 64GB', capacityGb: 64 },
  { id: 'module-ddr5-rdimm-96gb', name: 'DDR5 RDIMM 96GB', capacityGb: 96 },
  { id: 'module-ddr5-sodimm-8gb', name: 'DDR5 8GB SO-DIMM', capacityGb: 8 },
  { id: 'module-ddr4-udimm-16gb', name: 'DDR4 UDIMM 16GB 3200', capacityGb: 16 },
  { id: 'module-ddr4-sodimm-16gb', name: 'DDR4 16GB SO-DIMM', capacityGb: 16 },
  { id: 'module-ddr4-sodimm-8gb', name: 'DDR4 8GB SO-DIMM', capacityGb: 8 },
];

export const boardParts: readonly MemoryPart[] = [
  ...[...dram, ...nand].map((described) => traded('chip', described)),
  ...wafers.map((described) => traded('die', described)),
  ...modules.map((described) => traded('module', described)),
];
