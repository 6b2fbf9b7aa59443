/** Sizes are read in upper and lower case as printed. */
import { expect, it } from 'vitest';
import { printedSizes } from './printed-sizes.ts';

it.each([
  ['DDR5 16Gb (2Gx8) 4800/5600', [16, 16]],
  ['DDR5 16G (2Gx8) 4800/5600', [16]],
  ['DDR4 16Gb (2Gx8)3200', [16, 16]],
  ['DDR3 4Gb 512Mx8 1600/1866', [4, 4]],
  ['DDR4 4Gb 256Mx16', [4, 4]],
  ['DDR4 16Gb 1Gx16', [16, 16]],
  ['SLC 1Gb 128MBx8', [1, 1]],
  ['MLC 64Gb 8GBx8', [64, 64]],
  ['TLC 1Tb 128GBx8', [1024, 1024]],
  ['512Gb TLC', [512]],
  ['DDR4 8GB SO-DIMM', [64]],
  ['DDR4 8Gb SO-DIMM', [8]],
  ['DDR5 RDIMM 32GB (2Rx8)', [256]],
  ['HBM3E', []],
])('%s prints %j gigabits', (label, gigabits) => {
  expect(printedSizes(label)).toEqual(gigabits);
});
