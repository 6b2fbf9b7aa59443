/** How a memory price came to be, in words: two of these are never one price. */
import type { MemoryTerms } from '@bandgap/core';

export const basisWords: Readonly<Record<MemoryTerms['basis'], string>> = {
  spot: 'spot',
  spot_proxy: 'proxy for spot',
  contract: 'contract',
  estimate: 'estimate',
  statistic: 'statistic',
};

export const formWords: Readonly<Record<string, string>> = {
  chip: 'Chips',
  die: 'Wafers, by the die',
  module: 'Modules',
  card: 'Cards',
  package: 'Packages',
  stack: 'Stacks',
  gigabyte: 'By the gigabyte',
  part: 'Statistics and others',
};
