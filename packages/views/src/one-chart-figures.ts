/** The One Chart of a system: its curves, straight lines and ceilings, worked out from a stored floor and ceiling. */
import type { EarningsCurve, IsoIrrLine } from '@bandgap/charts';
import type { Day } from '@bandgap/core';
import { oneChart, type ProjectTerms, parseInput, projectTermsSchema } from '@bandgap/models';
import type { AssumedLine } from '@bandgap/receipts';

export interface FloorOfSystem {
  readonly system: string;
  readonly asOf: Day;
  readonly receipt: string;
  readonly capexPerGpu: number;
  readonly opexPerGpuHour: number;
  readonly pflops: number;
  readonly hurdleIrr: number;
  readonly terms: Pick<ProjectTerms, 'termYears' | 'periodsPerYear' | 'prepayFraction' | 'utilization'>;
  /** Share of capex that is paid to the system's vendor. */
  readonly systemShare: number;
  readonly assumptions: readonly AssumedLine[];
}

export interface NamedCeiling {
  readonly label: string;
  readonly price: number;
  readonly receipt: string;
}

export interface CeilingOnChart extends NamedCeiling {
  readonly pricePerPflopHour: number;
  /** The ceiling as a multiple of the floor. */
  readonly overFloor: number;
  readonly maxSystemPricePerGpu: number;
  /** How far the system price could rise until the floor meets the ceiling, as a share. */
  readonly systemPriceHeadroom: number;
  /** Project IRR when rented at the ceiling; null where there is none, because the prepayment covers the capex. */
  readonly irr: number | null;
  readonly irrAtRaisedPrice: number | null;
  readonly irrWithoutPrepayment: number | null;
}

export interface OneChartFigures extends Omit<FloorOfSystem, 'terms'> {
  readonly prepayFraction: number;
  readonly termYears: number;
  readonly floor: number;
  readonly baseSystemPricePerGpu: number;
  readonly ancillaryCapexPerGpu: number;
  readonly curves: readonly EarningsCurve[];
  readonly lines: readonly IsoIrrLine[];
  readonly ceilings: readonly CeilingOnChart[];
}

/** The vendor's price rise of the published second curve. */
const raise = 0.4;
const curveIrrs = Array.from({ length: 36 }, (_, step) => step / 50);
const lineIrrs = [0, 0.1, 0.2, 0.3, 0.4];

/** Throws a ModelError where the figures make no project. */
export function oneChartFigures(floorOf: FloorOfSystem, named: readonly NamedCeiling[]): OneChartFigures {
  const { capexPerGpu, opexPerGpuHour, systemShare, hurdleIrr, pflops, terms, ...rest } = floorOf;
  const base = capexPerGpu * systemShare;
  const ancillaryCapexPerGpu = capexPerGpu - base;
  const question = {
    project: parseInput(projectTermsSchema, { ...terms, opexPerGpuHour }),
    ancillaryCapexPerGpu,
    baseSystemPricePerGpu: base,
    hurdleIrr,
    rentalPrices: named.map(({ price }) => price),
    pflops,
    ceilings: Object.fromEntries(named.map(({ label, price }) => [label, price])),
  };
  const curves = oneChart({ ...question, systemPrices: [base, base * (1 + raise)], irrs: curveIrrs });
  const ends = [base / 2, base * 2];
  const lines = oneChart({ ...question, systemPrices: ends, irrs: [...lineIrrs, hurdleIrr].sort((a, b) => a - b) });
  const unprepaid = oneChart({
    ...question,
    project: { ...question.project, prepayFraction: 0 },
    systemPrices: [],
    irrs: [],
  });
  const floor = curves.hurdle.floorPricePerGpuHour;
  const curve = (index: number): EarningsCurve['points'] =>
    curves.isoIrr.flatMap(({ irr, prices }) => prices.slice(index, index + 1).map((price) => ({ irr, price })));

  return {
    ...rest,
    capexPerGpu,
    opexPerGpuHour,
    systemShare,
    hurdleIrr,
    pflops,
    prepayFraction: terms.prepayFraction,
    termYears: terms.termYears,
    floor,
    baseSystemPricePerGpu: base,
    ancillaryCapexPerGpu,
    curves: [
      { label: `base price, ${dollars(base)}`, points: curve(0) },
      { label: `+${raise * 100} %, ${dollars(base * (1 + raise))}`, points: curve(1) },
    ],
    lines: lines.isoIrr.map(({ irr, prices }) => ({
      irr,
      points: prices.map((price, index) => ({ systemPrice: ends[index] ?? base, price })),
    })),
    ceilings: named.map(({ label, price, receipt }, index) => {
      const onChart = curves.ceilings[label];
      return {
        label,
        price,
        receipt,
        pricePerPflopHour: price / pflops,
        overFloor: price / floor,
        maxSystemPricePerGpu: (price - curves.hurdle.alpha) / curves.hurdle.beta,
        systemPriceHeadroom: (price - curves.hurdle.alpha) / curves.hurdle.beta / base - 1,
        irr: onChart?.irrAtBaseSystemPrice ?? null,
        irrAtRaisedPrice: curves.irrGrid[1]?.[index]?.irr ?? null,
        irrWithoutPrepayment: unprepaid.ceilings[label]?.irrAtBaseSystemPrice ?? null,
      };
    }),
  };
}

const dollars = (value: number): string => `$${Math.round(value).toLocaleString('en-US')}`;
