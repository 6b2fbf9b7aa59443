/** Who captures the spread between the floor at the base system price and the value ceiling. */
import { isoIrr, priceOn } from '../one-chart/iso-irr.ts';
import type { ProjectTerms } from '../project.ts';

export interface SplitQuestion {
  readonly project: ProjectTerms;
  readonly ancillaryCapexPerGpu: number;
  readonly baseSystemPricePerGpu: number;
  readonly systemPricePerGpu: number;
  /** Change in what the vendor pays memory makers, USD per GPU. */
  readonly memoryCostDeltaPerGpu: number;
  /** Change in what the vendor pays the foundry, USD per GPU. */
  readonly foundryCostDeltaPerGpu: number;
  readonly rentalPricePerGpuHour: number;
  readonly ceilingPricePerGpuHour: number;
  readonly hurdleIrr: number;
}

/** One figure for each who may capture value. */
export interface Parts<T> {
  readonly endUser: T;
  readonly neocloud: T;
  readonly systemVendor: T;
  readonly memoryVendor: T;
  readonly foundry: T;
}

export interface ValueSplit {
  readonly floorBase: number;
  /** Floor at the system price asked about. */
  readonly floor: number;
  /** USD per GPU-hour between the ceiling and `floorBase`; the parts add up to it. */
  readonly total: number;
  /** A negative part is a loss against the hurdle. */
  readonly perGpuHour: Parts<number>;
  /** Parts of the total; null where the total is zero. */
  readonly share: Parts<number | null>;
}

export function valueSplit(question: SplitQuestion): ValueSplit {
  const { rentalPricePerGpuHour: rental, ceilingPricePerGpuHour: ceiling } = question;
  const { memoryCostDeltaPerGpu: memoryDelta, foundryCostDeltaPerGpu: foundryDelta } = question;
  const line = isoIrr(question.project, question.ancillaryCapexPerGpu, question.hurdleIrr);
  const floorBase = priceOn(line, question.baseSystemPricePerGpu);
  const floor = priceOn(line, question.systemPricePerGpu);
  const systemDelta = question.systemPricePerGpu - question.baseSystemPricePerGpu;
  const total = ceiling - floorBase;

  const perGpuHour: Parts<number> = {
    endUser: ceiling - rental,
    neocloud: rental - floor,
    systemVendor: line.beta * (systemDelta - memoryDelta - foundryDelta),
    memoryVendor: line.beta * memoryDelta,
    foundry: line.beta * foundryDelta,
  };
  const shareOf = (part: number) => (total === 0 ? null : part / total);
  const share: Parts<number | null> = {
    endUser: shareOf(perGpuHour.endUser),
    neocloud: shareOf(perGpuHour.neocloud),
    systemVendor: shareOf(perGpuHour.systemVendor),
    memoryVendor: shareOf(perGpuHour.memoryVendor),
    foundry: shareOf(perGpuHour.foundry),
  };
  return { floorBase, floor, total, perGpuHour, share };
}
