/** Chips, dies, modules and cards on the public boards of DRAMeXchange, TrendForce and MemoryMarket. */
import type { BoardIds, MemoryPart } from './memory-parts.ts';

type Described = Pick<MemoryPart, 'id' | 'name' | 'capacityGb'> & {
  readonly grade?: 'branded' | 'ett';
  readonly boardIds?: BoardIds;
  readonly aliases?: readonly string[];
};

const traded =
  (form: 'chip' | 'die' | 'module' | 'card') =>
  ({ boardIds = {}, aliases = [], ...described }: Described): MemoryPart => ({
    form,
    unit: `USD/${form}`,
    boardIds,
    aliases,
    ...described,
  });

const dram: readonly Described[] = [
  {
    id: 'dram-ddr5-16gb-4800',
    name: 'DDR5 16Gb (2Gx8) 4800/5600',
    capacityGb: 2,
    grade: 'branded',
    boardIds: { dramexchange: 475 },
    aliases: ['DDR5 16G (2Gx8) 4800/5600'],
  },
  {
    id: 'dram-ddr5-16gb',
    name: 'DDR5 16Gb Major',
    capacityGb: 2,
    grade: 'branded',
    boardIds: { memorymarket: 'ews/100266' },
  },
  {
    id: 'dram-ddr5-24gb',
    name: 'DDR5 24Gb Major',
    capacityGb: 3,
    grade: 'branded',
    boardIds: { memorymarket: 'ews/100265' },
  },
  {
    id: 'dram-ddr5-16gb-ett',
    name: 'DDR5 16Gb (2Gx8) eTT',
    capacityGb: 2,
    grade: 'ett',
    boardIds: { dramexchange: 476, memorymarket: 'ews/100267' },
    aliases: ['DDR5 16Gb eTT'],
  },
  { id: 'dram-ddr4-16gb', name: 'DDR4 16Gb 2Gx8', capacityGb: 2, grade: 'branded' },
  {
    id: 'dram-ddr4-16gb-3200',
    name: 'DDR4 16Gb (2Gx8) 3200',
    capacityGb: 2,
    grade: 'branded',
    boardIds: { dramexchange: 473, memorymarket: 'ews/100222' },
    aliases: ['DDR4 16Gb (2Gx8)3200', 'DDR4 16Gb 3200'],
  },
  {
    id: 'dram-ddr4-16gb-ett',
    name: 'DDR4 16Gb (2Gx8) eTT',
    capacityGb: 2,
    grade: 'ett',
    boardIds: { dramexchange: 470, memorymarket: 'ews/100246' },
    aliases: ['DDR4 16Gb eTT'],
  },
  { id: 'dram-ddr4-8gb', name: 'DDR4 8Gb 1Gx8', capacityGb: 1, grade: 'branded' },
  { id: 'dram-ddr4-8gb-2666', name: 'DDR4 1Gx8 2666MT/s', capacityGb: 1, grade: 'branded' },
  {
    id: 'dram-ddr4-8gb-3200',
    name: 'DDR4 8Gb (1Gx8) 3200',
    capacityGb: 1,
    grade: 'branded',
    boardIds: { memorymarket: 'ews/100221' },
    aliases: ['DDR4 1Gx8 3200MT/s', 'DDR4 8Gb 3200'],
  },
  {
    id: 'dram-ddr4-8gb-ett',
    name: 'DDR4 8Gb (1Gx8) eTT',
    capacityGb: 1,
    grade: 'ett',
    boardIds: { memorymarket: 'ews/100247' },
    aliases: ['DDR4 8Gb eTT'],
  },
  { id: 'dram-ddr4-4gb-x16', name: 'DDR4 4Gb 256Mx16', capacityGb: 0.5, grade: 'branded' },
  {
    id: 'dram-ddr4-4gb-ett',
    name: 'DDR4 4Gb eTT',
    capacityGb: 0.5,
    grade: 'ett',
    boardIds: { memorymarket: 'ews/100248' },
  },
  { id: 'dram-ddr3-4gb-1600', name: 'DDR3 4Gb 512Mx8 1600/1866', capacityGb: 0.5, grade: 'branded' },
  { id: 'dram-ddr3-4gb-x16', name: 'DDR3 4Gb 256Mx16', capacityGb: 0.5, grade: 'branded' },
  { id: 'dram-gddr5-8gb', name: 'GDDR5 8Gb', capacityGb: 1, grade: 'branded' },
  { id: 'dram-gddr6-8gb', name: 'GDDR6 8Gb', capacityGb: 1, grade: 'branded' },
];

const nand: readonly Described[] = [
  { id: 'nand-slc-2gb', name: 'SLC 2Gb 256MBx8', capacityGb: 0.25, boardIds: { dramexchange: 55 } },
  { id: 'nand-slc-1gb', name: 'SLC 1Gb 128MBx8', capacityGb: 0.125, boardIds: { dramexchange: 56 } },
  {
    id: 'nand-mlc-64gb',
    name: 'MLC 64Gb 8GBx8',
    capacityGb: 8,
    boardIds: { dramexchange: 78 },
    aliases: ['NAND 64Gb 8Gx8 MLC'],
  },
  { id: 'nand-mlc-32gb', name: 'MLC 32Gb 4GBx8', capacityGb: 4, aliases: ['NAND 32Gb 4Gx8 MLC'] },
  { id: 'nand-mlc-128gb', name: 'NAND 128Gb 16Gx8 MLC', capacityGb: 16 },
];

const wafers: readonly Described[] = [
  { id: 'die-tlc-512gb', name: '512Gb TLC', capacityGb: 64 },
  { id: 'die-tlc-256gb', name: '256Gb TLC', capacityGb: 32 },
  { id: 'die-tlc-128gb', name: '128Gb TLC', capacityGb: 16 },
];

const cards: readonly Described[] = [16, 32, 64, 128].map((capacityGb) => ({
  id: `card-microsd-${capacityGb}gb`,
  name: `MicroSD ${capacityGb}GB`,
  capacityGb,
}));

export const boardParts: readonly MemoryPart[] = [
  ...[...dram, ...nand].map(traded('chip')),
  ...wafers.map(traded('die')),
  ...cards.map(traded('card')),
];
