/** The floor of a system if its vendor paid a given price for memory and kept its margin. */
import { nonNegative } from '../fields.ts';
import type { CitedValues } from '../floor/cited-project.ts';
import { citedProject } from '../floor/cited-project.ts';
import { floorPrice } from '../floor/floor.ts';
import { memoryLever } from '../memory-lever/memory-lever.ts';
import { parseInput } from '../parse-input.ts';
import { leverSchema } from './lever-schema.ts';

export interface MemoryPassThrough {
  /** What the vendor is taken to pay, and what the figures of the system assume that it pays. */
  readonly costPerGb: number;
  readonly assumedCostPerGb: number;
  /** What the customer pays per gigabyte. */
  readonly pricePerGb: number;
  readonly gbPerGpu: number;
  readonly memoryPricePerGpu: number;
  readonly memoryShareOfSystem: number | null;
  readonly systemPricePerGpu: number;
  readonly capexPerGpu: number;
  /** Null where the power of a rack is not among the figures. */
  readonly capexPerWatt: number | null;
  readonly floorPricePerGpuHour: number;
  /** The floor of the figures as they stand. */
  readonly assumedFloorPricePerGpuHour: number;
  /** What one USD more per gigabyte adds to the floor. */
  readonly floorPerDollarPerGb: number;
}

/**
 * `values` are the figures of a floor, of its memory and the price of the system within its capex. Only the price of memory
 * moves: the rest of the system, what stands around it and opex stay. Throws a ModelError.
 */
export function memoryPassThrough(values: CitedValues, costPerGb: number): MemoryPassThrough {
  const cost = parseInput(nonNegative, costPerGb);
  const { costPerGb: assumedCost, grossMargin, gbPerGpu, systemPricePerGpu } = parseInput(leverSchema, values);
  const floorFigures = Object.entries(values).filter(([role]) => !(role in leverSchema.shape));
  const { project, hurdleIrr } = citedProject(Object.fromEntries(floorFigures));

  const leverAt = (perGb: number, otherSystemPricePerGpu: number) =>
    memoryLever({ costPerGb: perGb, grossMargin, gbPerGpu, otherSystemPricePerGpu });
  const other = systemPricePerGpu - leverAt(assumedCost, 0).memoryPricePerGpu;
  const capexAt = (perGb: number) => project.capexPerGpu - systemPricePerGpu + leverAt(perGb, other).systemPricePerGpu;
  const floorAt = (perGb: number) => floorPrice({ ...project, capexPerGpu: capexAt(perGb) }, hurdleIrr);

  const { rackKw, gpusPerRack } = values;
  const lever = leverAt(cost, other);
  const floor = floorAt(cost);
  return {
    costPerGb: cost,
    assumedCostPerGb: assumedCost,
    pricePerGb: lever.pricePerGb,
    gbPerGpu,
    memoryPricePerGpu: lever.memoryPricePerGpu,
    memoryShareOfSystem: lever.memoryShareOfSystem,
    systemPricePerGpu: lever.systemPricePerGpu,
    capexPerGpu: capexAt(cost),
    capexPerWatt:
      typeof rackKw === 'number' && typeof gpusPerRack === 'number'
        ? (capexAt(cost) * gpusPerRack) / (rackKw * 1000)
        : null,
    floorPricePerGpuHour: floor,
    assumedFloorPricePerGpuHour: floorAt(assumedCost),
    floorPerDollarPerGb: floorAt(cost + 1) - floor,
  };
}
