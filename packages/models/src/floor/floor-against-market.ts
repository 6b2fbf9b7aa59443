/** The floor per GPU-hour and per PFLOP-hour, and where the market stands against it. */
import type { Project } from '../project.ts';
import { floorPrice } from './floor.ts';

export interface FloorQuestion {
  readonly project: Project;
  readonly hurdleIrr: number;
  /** Dense PFLOPS of one GPU at the precision of interest. */
  readonly pflops?: number | undefined;
  readonly marketPricePerGpuHour?: number | undefined;
}

export interface FloorAgainstMarket {
  readonly floorPricePerGpuHour: number;
  readonly floorPricePerPflopHour?: number;
  readonly marketMinusFloor?: number;
  /** Market over floor less one; null where the floor is not above zero. */
  readonly marketOverFloor?: number | null;
  readonly belowFloor?: boolean;
}

export function floorAgainstMarket(question: FloorQuestion): FloorAgainstMarket {
  const { project, hurdleIrr, pflops, marketPricePerGpuHour: market } = question;
  const floor = floorPrice(project, hurdleIrr);
  return {
    floorPricePerGpuHour: floor,
    ...(pflops !== undefined && { floorPricePerPflopHour: floor / pflops }),
    ...(market !== undefined && {
      marketMinusFloor: market - floor,
      marketOverFloor: floor > 0 ? market / floor - 1 : null,
      belowFloor: market < floor,
    }),
  };
}
