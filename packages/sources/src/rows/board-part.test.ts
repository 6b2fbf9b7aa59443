/** Number, name and sizes must agree. */
import { expect, it } from 'vitest';
import { boardPart } from './board-part.ts';

const onBoard = (label: string, id?: number) =>
  boardPart({ label, board: 'dramexchange', ...(id !== undefined && { id }) });

it.each([
  ['DDR5 16Gb (2Gx8) 4800/5600', 475, 'dram-ddr5-16gb-4800'],
  ['DDR5 16Gb (2Gx8) 5600', 475, 'dram-ddr5-16gb-4800'],
  ['DDR4 8Gb (1Gx8) 3200', 480, 'dram-ddr4-8gb-3200'],
  ['DDR4 8GB SO-DIMM', undefined, 'module-ddr4-sodimm-8gb'],
  ['DDR4 8Gb 1Gx8', undefined, 'dram-ddr4-8gb'],
])('%s under %s is %s', (label, id, part) => {
  expect(onBoard(label, id)).toMatchObject({ part: { id: part } });
});

it.each([
  ['DDR4 8Gb SO-DIMM', undefined, 'unknown_subject'],
  ['TLC 1Tb 128GBx8', 999, 'unknown_subject'],
  ['DDR5 16Gb (2Gx8) eTT', 475, 'ambiguous'],
  ['DDR5 16Gb (2Gx8) 4800/5600', 999, 'ambiguous'],
  ['DDR5 16Gb (1Gx8) 5600', 475, 'ambiguous'],
  ['DDR5 16GB (2Gx8) 5600', 475, 'ambiguous'],
  ['DDR5', 475, 'ambiguous'],
])('%s under %s is %s', (label, id, code) => {
  expect(onBoard(label, id)).toMatchObject({ code });
});
