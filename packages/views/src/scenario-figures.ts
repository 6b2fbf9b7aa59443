/** What a scenario comes to: the floor, the IRR at a rental price, the ceilings, and who captures what is between. */
import {
  type CeilingOnChart,
  citedProject,
  figureValues,
  type Irr,
  memoryLever,
  oneChart,
  type Parts,
  projectIrr,
  valueSplit,
} from '@bandgap/models';
import { leverValue, type Scenario } from './scenario.ts';
import { memoryFigures } from './scenario-levers.ts';

export interface ScenarioCeiling extends CeilingOnChart {
  readonly label: string;
  /** The ceiling as a multiple of the floor. */
  readonly overFloor: number;
  readonly irrWithoutPrepayment: number | null;
}

export interface CapturedPart {
  readonly party: string;
  /** USD per GPU-hour; negative is a loss against the hurdle. */
  readonly perGpuHour: number;
  /** Of all between floor and ceiling; null where that is nothing. */
  readonly share: number | null;
}

export interface ScenarioFigures {
  readonly scenario: Scenario;
  readonly hurdleIrr: number;
  readonly termYears: number;
  readonly prepayFraction: number;
  readonly pricePerGpuHour: number;
  readonly floorPricePerGpuHour: number;
  readonly floorPricePerPflopHour: number;
  /** The floor at the published price of the system, on the same terms. */
  readonly floorAtBasePrice: number;
  readonly irr: Pick<Irr, 'irr' | 'status'>;
  readonly baseSystemPricePerGpu: number;
  /** With what memory adds. */
  readonly systemPricePerGpu: number;
  readonly ancillaryCapexPerGpu: number;
  readonly opexPerGpuHour: number;
  readonly ceilings: readonly ScenarioCeiling[];
  /** Between the floor at the published system price and value parity. */
  readonly captured: { readonly total: number; readonly parts: readonly CapturedPart[] };
}

/** Throws a ModelError where the figures make no project. */
export function scenarioFigures(scenario: Scenario): ScenarioFigures {
  const costs = scenarioCosts(scenario);
  const { terms, hurdleIrr, ancillary, base, asked, price } = costs;
  const { pflops, parityPrice } = scenario.subject;
  const question = { ...chartQuestion(scenario, costs), baseSystemPricePerGpu: asked, systemPrices: [], irrs: [] };
  const chart = oneChart(question);
  const unprepaid = oneChart({ ...question, project: { ...terms, prepayFraction: 0 } });
  const split = valueSplit({
    project: terms,
    ancillaryCapexPerGpu: ancillary,
    baseSystemPricePerGpu: base,
    systemPricePerGpu: asked,
    memoryCostDeltaPerGpu: costs.memoryCostDelta,
    foundryCostDeltaPerGpu: 0,
    rentalPricePerGpuHour: price,
    ceilingPricePerGpuHour: parityPrice,
    hurdleIrr,
  });
  const project = { ...terms, capexPerGpu: asked + ancillary };
  const { irr, status } = projectIrr({ project, pricePerGpuHour: price });
  return {
    scenario,
    hurdleIrr,
    termYears: terms.termYears,
    prepayFraction: terms.prepayFraction,
    pricePerGpuHour: price,
    floorPricePerGpuHour: split.floor,
    floorPricePerPflopHour: split.floor / pflops,
    floorAtBasePrice: split.floorBase,
    irr: { irr, status },
    baseSystemPricePerGpu: base,
    systemPricePerGpu: asked,
    ancillaryCapexPerGpu: ancillary,
    opexPerGpuHour: terms.opexPerGpuHour,
    ceilings: Object.entries(chart.ceilings).map(([label, ceiling]) => ({
      label,
      ...ceiling,
      overFloor: ceiling.pricePerGpuHour / split.floor,
      irrWithoutPrepayment: unprepaid.ceilings[label]?.irrAtBaseSystemPrice ?? null,
    })),
    captured: { total: split.total, parts: partsOf(split) },
  };
}

/** Nobody prints what the foundry gets, so it has no part of its own here: it is in the vendor's. */
const parties = [
  ['endUser', 'User of the compute'],
  ['neocloud', 'Neocloud'],
  ['systemVendor', 'System vendor'],
  ['memoryVendor', 'Memory makers'],
] as const satisfies readonly (readonly [keyof Parts<number>, string])[];

const partsOf = ({ perGpuHour, share }: ReturnType<typeof valueSplit>): readonly CapturedPart[] =>
  parties.map(([id, party]) => ({ party, perGpuHour: perGpuHour[id], share: share[id] }));

export interface ScenarioCosts {
  readonly terms: Omit<ReturnType<typeof citedProject>['project'], 'capexPerGpu'>;
  readonly hurdleIrr: number;
  readonly base: number;
  readonly asked: number;
  readonly ancillary: number;
  /** More that the vendor pays for memory, USD per GPU. */
  readonly memoryCostDelta: number;
  readonly price: number;
}

/** The project of the scenario, and what its system costs before and after. Opex stays what the figures of the set make it. */
export function scenarioCosts(scenario: Scenario): ScenarioCosts {
  const { project: floorProject, systemPrice } = scenario.subject;
  const given = {
    hurdleIrr: leverValue(scenario, 'irr'),
    termYears: leverValue(scenario, 'termYears'),
    prepayFraction: leverValue(scenario, 'prepay'),
    utilization: leverValue(scenario, 'utilization'),
    electricityPerKwh: leverValue(scenario, 'electricity'),
  };
  const chosen = Object.entries(given).flatMap(([role, value]) =>
    value === undefined ? [] : [[role, value] as const],
  );
  const { project, hurdleIrr } = citedProject({
    ...figureValues(floorProject.assumptions),
    ...Object.fromEntries(chosen),
  });
  const { capexPerGpu, ...terms } = project;
  const memory = memoryChange(scenario);
  return {
    terms,
    hurdleIrr,
    base: systemPrice.value,
    asked: (leverValue(scenario, 'systemPrice') ?? systemPrice.value) + memory.price,
    ancillary: capexPerGpu - systemPrice.value,
    memoryCostDelta: memory.cost,
    price: leverValue(scenario, 'price') ?? 0,
  };
}

/** What another cost per gigabyte adds to the vendor's cost and to the price of the system. */
function memoryChange(scenario: Scenario): { readonly cost: number; readonly price: number } {
  const { costPerGb: before = 0, grossMargin = 0, gbPerGpu = 0 } = figureValues(memoryFigures(scenario.subject));
  const asked = leverValue(scenario, 'socamm') ?? before;
  const { memoryCostPerGpu, memoryPricePerGpu } = memoryLever({
    costPerGb: asked - before,
    grossMargin,
    gbPerGpu,
    otherSystemPricePerGpu: 0,
  });
  return { cost: memoryCostPerGpu, price: memoryPricePerGpu };
}

/** What every drawing of the scenario asks of the model. */
export const chartQuestion = ({ subject }: Scenario, { terms, hurdleIrr, base, ancillary }: ScenarioCosts) => ({
  project: terms,
  ancillaryCapexPerGpu: ancillary,
  baseSystemPricePerGpu: base,
  hurdleIrr,
  rentalPrices: [],
  pflops: subject.pflops,
  ceilings: {
    'conservative ceiling': subject.conservativePrice,
    [`value parity with ${subject.reference}`]: subject.parityPrice,
  },
});
