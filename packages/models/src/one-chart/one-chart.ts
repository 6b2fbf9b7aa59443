/** The one chart: rental price against project IRR, one curve per system price, with the hurdle and the value ceilings. */
import { type Irr, irr } from '../irr/irr.ts';
import type { ProjectTerms } from '../project.ts';
import { flowSurface, flowsOn } from './flow-surface.ts';
import { type IsoIrr, isoIrr, priceOn } from './iso-irr.ts';

export interface ChartQuestion {
  readonly project: ProjectTerms;
  readonly ancillaryCapexPerGpu: number;
  readonly baseSystemPricePerGpu: number;
  readonly hurdleIrr: number;
  readonly systemPrices: readonly number[];
  readonly rentalPrices: readonly number[];
  readonly irrs: readonly number[];
  readonly pflops?: number | undefined;
  /** Price per GPU-hour by the name of the ceiling. */
  readonly ceilings: Readonly<Record<string, number>>;
}

export interface CeilingOnChart {
  readonly pricePerGpuHour: number;
  /** The system price at which the ceiling just pays the hurdle. */
  readonly maxSystemPricePerGpu: number;
  /** How far the base system price could rise, as a share; null where that price is zero. */
  readonly systemPriceHeadroom: number | null;
  readonly irrAtBaseSystemPrice: number | null;
  readonly pricePerPflopHour?: number;
}

export interface OneChart {
  readonly hurdle: IsoIrr & { readonly floorPricePerGpuHour: number; readonly floorPricePerPflopHour?: number };
  /** `prices[s]` belongs to `systemPrices[s]`. */
  readonly isoIrr: readonly (IsoIrr & { readonly prices: readonly number[] })[];
  /** `irrGrid[s][r]` belongs to `systemPrices[s]` and `rentalPrices[r]`. */
  readonly irrGrid: readonly (readonly Pick<Irr, 'irr' | 'status'>[])[];
  readonly ceilings: Readonly<Record<string, CeilingOnChart>>;
}

/** Throws a ModelError where carried losses make the lines bend. */
export function oneChart(question: ChartQuestion): OneChart {
  const { project, ancillaryCapexPerGpu, baseSystemPricePerGpu, systemPrices, pflops } = question;
  const lineAt = (rate: number) => isoIrr(project, ancillaryCapexPerGpu, rate);
  const hurdle = lineAt(question.hurdleIrr);
  const floor = priceOn(hurdle, baseSystemPricePerGpu);
  const surface = flowSurface(project);
  const flows = [...surface.origin];
  const irrAt = (systemPrice: number, pricePerGpuHour: number) =>
    irr(
      flowsOn(surface, { capexPerGpu: systemPrice + ancillaryCapexPerGpu, pricePerGpuHour }, flows),
      project.periodsPerYear,
    );

  const ceilingAt = (pricePerGpuHour: number): CeilingOnChart => {
    const maxSystemPricePerGpu = (pricePerGpuHour - hurdle.alpha) / hurdle.beta;
    return {
      pricePerGpuHour,
      maxSystemPricePerGpu,
      systemPriceHeadroom: baseSystemPricePerGpu > 0 ? maxSystemPricePerGpu / baseSystemPricePerGpu - 1 : null,
      irrAtBaseSystemPrice: irrAt(baseSystemPricePerGpu, pricePerGpuHour).irr,
      ...(pflops !== undefined && { pricePerPflopHour: pricePerGpuHour / pflops }),
    };
  };

  return {
    hurdle: {
      ...hurdle,
      floorPricePerGpuHour: floor,
      ...(pflops !== undefined && { floorPricePerPflopHour: floor / pflops }),
    },
    isoIrr: question.irrs.map(lineAt).map((line) => ({ ...line, prices: systemPrices.map((s) => priceOn(line, s)) })),
    irrGrid: systemPrices.map((s) =>
      question.rentalPrices.map((r) => {
        const { irr: value, status } = irrAt(s, r);
        return { irr: value, status };
      }),
    ),
    ceilings: Object.fromEntries(Object.entries(question.ceilings).map(([name, price]) => [name, ceilingAt(price)])),
  };
}
