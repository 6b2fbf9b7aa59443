/** What a GPU-hour of any system is worth at most, at the price of the reference compute of the catalog. */
import { type Assumption, ceilingProjects, type System } from '@bandgap/catalog';
import { UsageError } from '@bandgap/core';
import { type Ceiling, figureValues, knownSystem, valueCeiling } from '@bandgap/models';

export interface CeilingsOfSystem {
  readonly ceiling: Ceiling & { readonly conservativePricePerGpuHour: number };
  readonly figures: readonly Assumption[];
  /** Name of the system whose price per PFLOP-hour is taken. */
  readonly reference: string;
}

/** Throws a UsageError where the PFLOPS of the system are not known. */
export function ceilingsOf(system: System, pricePerGpuHour?: number): CeilingsOfSystem {
  const [published] = ceilingProjects;
  const pflops = system.facts.find(({ role }) => role === 'pflopsFp8Dense');
  if (published === undefined || pflops === undefined)
    throw new UsageError(`no dense FP8 PFLOPS known for ${system.name}`);
  const figures = [...published.assumptions.filter(({ role }) => role !== 'targetPflops'), pflops];
  const { refPricePerPflopHour = 0, conservativePricePerPflopHour = 0 } = figureValues(figures);
  const ceiling = valueCeiling({
    refPricePerPflopHour,
    conservativePricePerPflopHour,
    targetPflops: pflops.value,
    pricePerGpuHour,
  });
  const conservativePricePerGpuHour = ceiling.conservativePricePerGpuHour ?? 0;
  return {
    ceiling: { ...ceiling, conservativePricePerGpuHour },
    figures,
    reference: shortName(knownSystem(published.reference)),
  };
}

/** GB300 NVL72: the vendor goes without saying. */
export const shortName = ({ name }: System): string => name.replace('NVIDIA ', '');
