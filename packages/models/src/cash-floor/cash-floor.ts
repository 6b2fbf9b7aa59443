/** Cash floor: the price below which hardware already paid for is better switched off. */
import { floorPrice } from '../floor/floor.ts';
import type { Project } from '../project.ts';

export interface CashFloorQuestion {
  readonly project: Project;
  readonly hurdleIrr: number;
  /** Year of service, from 1; it matters only where opex grows. */
  readonly yearOfService: number;
  readonly marketPricePerGpuHour?: number | undefined;
}

/** `build`: the market pays for new hardware. `run`: it pays for running what stands. `switch_off`: not even that. */
export type MarketVerdict = 'build' | 'run' | 'switch_off';

/** USD per GPU-hour. */
export interface CashFloor {
  readonly cashFloorPricePerGpuHour: number;
  /** The floor of new hardware, which also has to earn back its capex. */
  readonly floorPricePerGpuHour: number;
  readonly marketMinusCashFloor?: number;
  readonly verdict?: MarketVerdict;
}

export function cashFloor({
  project,
  hurdleIrr,
  yearOfService,
  marketPricePerGpuHour: market,
}: CashFloorQuestion): CashFloor {
  const cash = cashFloorPrice(project, yearOfService);
  const floor = floorPrice(project, hurdleIrr);
  return {
    cashFloorPricePerGpuHour: cash,
    floorPricePerGpuHour: floor,
    ...(market !== undefined && { marketMinusCashFloor: market - cash, verdict: verdictOn(market, { cash, floor }) }),
  };
}

/** Opex runs over all calendar hours and has to be earned in the hours billed. */
export function cashFloorPrice(project: Project, yearOfService: number): number {
  const { opexPerGpuHour, opexPctCapexPerYear, capexPerGpu, hoursPerYear, opexEscalation, utilization } = project;
  const inFirstYear = opexPerGpuHour + (opexPctCapexPerYear * capexPerGpu) / hoursPerYear;
  return (inFirstYear * (1 + opexEscalation) ** (yearOfService - 1)) / utilization;
}

function verdictOn(market: number, { cash, floor }: { readonly cash: number; readonly floor: number }): MarketVerdict {
  if (market < cash) return 'switch_off';
  return market < floor ? 'run' : 'build';
}
