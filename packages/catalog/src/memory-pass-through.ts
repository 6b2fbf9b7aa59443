/** What a system would cost if its memory were paid at a public proxy: which proxy, which systems, on which figures. */
import type { MemoryTerms } from '@bandgap/core';
import type { Assumption } from './assumption.ts';
import { floorSet } from './floor-sets.ts';
import { memoryLevers } from './memory-levers.ts';
import { systemPriceOf } from './system-prices.ts';
import type { SystemId } from './systems.ts';

/** The only LPDDR5X price in public: a package as traded in China, not the modules that a vendor buys on contract. */
export const memoryProxy: { readonly part: string; readonly basis: MemoryTerms['basis'] } = {
  part: 'package-lpddr5x-64gb',
  basis: 'spot_proxy',
};

export interface MemoryPassThrough {
  /** System and memory of a rack: `vr-nvl72/55296-gb`. */
  readonly id: string;
  readonly system: SystemId;
  readonly label: string;
  readonly gbPerRack: number;
  readonly assumptions: readonly Assumption[];
}

/** Each set of memory figures with the floor of the same date. */
export const memoryPassThroughs: readonly MemoryPassThrough[] = memoryLevers.flatMap((lever) => {
  const floor = floorSet(lever.asOf)?.projects.find(({ system }) => system === lever.system);
  const systemPrice = systemPriceOf(lever.system, lever.asOf);
  if (floor === undefined || systemPrice === undefined) return [];
  const assumptions = [...floor.assumptions, ...lever.assumptions, systemPrice];
  const figure = (role: string) => assumptions.find((assumption) => assumption.role === role)?.value ?? Number.NaN;
  const gbPerRack = figure('gbPerGpu') * figure('gpusPerRack');
  return [
    {
      id: `${lever.system}/${gbPerRack}-gb`,
      system: lever.system,
      label: `${floor.label}, ${gbPerRack.toLocaleString('en-US')} GB a rack, figures of ${lever.asOf}, memory at the LPDDR5X proxy`,
      gbPerRack,
      assumptions,
    },
  ];
});
