/** The assumptions of a scenario that can be moved, each with its range, its default and where that is from. */
import { type Assumption, anchors, memoryLevers, rentalReference } from '@bandgap/catalog';
import type { ScenarioSubject } from './scenario-subject.ts';

export const leverIds = [
  'systemPrice',
  'price',
  'irr',
  'termYears',
  'prepay',
  'utilization',
  'electricity',
  'socamm',
] as const;
export type LeverId = (typeof leverIds)[number];

export interface Lever {
  readonly id: LeverId;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The default as it is shown, on a step between `min` and `max`. */
  readonly initial: number;
  /** The default to all its digits, in the unit of the lever. */
  readonly exact: number;
  /** Shown as percent, and a fraction to the models. */
  readonly isPercent: boolean;
  readonly origin: Pick<Assumption, 'source' | 'basis' | 'asOf' | 'url' | 'note'>;
}

export function leversOf(subject: ScenarioSubject): readonly Lever[] {
  return [systemPrice(subject), rentalPrice(subject), ...contract(subject), ...memory(subject)];
}

interface Range {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

function moved(id: LeverId, figure: Assumption, range: Range): Lever {
  const isPercent = range.unit.startsWith('%');
  const exact = isPercent ? Number((figure.value * 100).toPrecision(12)) : figure.value;
  const initial = Number((Math.round(exact / range.step) * range.step).toFixed(6));
  return { id, ...range, initial, exact, isPercent, origin: figure };
}

/** The price a buyer is taken to pay: of signed contracts where they are printed, and otherwise the conservative ceiling. */
function rentalPrice({ project, parityPrice, conservativePrice, reference }: ScenarioSubject): Lever {
  const signed = rentalReference.findLast(
    ({ gpu, tenor }) => project.system.startsWith(gpu) && tenor === project.tenor,
  );
  const onTheChart = anchors.find(({ id }) => id === 'vr-irr-at-8');
  const ceiling = {
    value: conservativePrice,
    source: `the conservative ceiling, held against ${reference}`,
    basis: 'derived',
    asOf: project.asOf,
  } as const;
  const printed =
    project.system === 'vr-nvl72' && onTheChart !== undefined
      ? ({
          ...onTheChart,
          value: 8,
          basis: 'sourced',
          note: 'The rental price of its second published point.',
        } as const)
      : (signed ?? ceiling);
  const exact = Number(printed.value.toFixed(2));
  return {
    id: 'price',
    label: 'Rental price',
    unit: 'USD/GPU-hr',
    min: 0,
    max: Math.ceil(parityPrice * 1.25),
    step: 0.01,
    initial: exact,
    exact,
    isPercent: false,
    origin: printed,
  };
}

/** From half to twice the price, in steps that start at the rounded default. */
function systemPrice({ systemPrice: figure }: ScenarioSubject): Lever {
  const initial = Math.round(figure.value);
  const step = 1000;
  const steps = Math.floor(initial / 2 / step);
  const range = { min: initial - steps * step, max: initial + 2 * steps * step, step };
  const named = { id: 'systemPrice', label: 'System price', unit: 'USD/GPU' } as const;
  return { ...named, ...range, initial, exact: figure.value, isPercent: false, origin: figure };
}

const contractLevers: Readonly<Record<string, readonly [LeverId, Range]>> = {
  hurdleIrr: ['irr', { label: 'Hurdle IRR', unit: '% per year', min: 5, max: 40, step: 0.1 }],
  termYears: ['termYears', { label: 'Tenor', unit: 'years', min: 1, max: 10, step: 1 }],
  prepayFraction: ['prepay', { label: 'Prepayment', unit: '% of contract', min: 0, max: 60, step: 1 }],
  utilization: ['utilization', { label: 'Utilisation', unit: '% of hours billed', min: 40, max: 100, step: 1 }],
  electricityPerKwh: ['electricity', { label: 'Power price', unit: 'USD/kWh', min: 0, max: 0.3, step: 0.001 }],
};

const contract = ({ project }: ScenarioSubject): readonly Lever[] =>
  Object.entries(contractLevers).flatMap(([role, [id, range]]) =>
    project.assumptions.filter((figure) => figure.role === role).map((figure) => moved(id, figure, range)),
  );

export const memoryFigures = ({ project, set }: ScenarioSubject): readonly Assumption[] =>
  memoryLevers.find(({ system, asOf }) => system === project.system && asOf === set)?.assumptions ?? [];

const memory = (subject: ScenarioSubject): readonly Lever[] =>
  memoryFigures(subject)
    .filter(({ role }) => role === 'costPerGb')
    .map((figure) => moved('socamm', figure, { label: 'SOCAMM cost', unit: 'USD/GB', min: 0, max: 30, step: 0.5 }));
