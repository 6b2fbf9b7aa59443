/** A scenario as charts draw it: earnings curves, lines of equal IRR, and what each party captures. */
import type { CapturedChart, IsoIrrChart, OneChart, PriceLevel } from '@bandgap/charts';
import { oneChart } from '@bandgap/models';
import type { Scenario } from './scenario.ts';
import { chartQuestion, type ScenarioFigures, scenarioCosts, scenarioFigures } from './scenario-figures.ts';

/** The vendor's price rise of the published second curve. */
const publishedRaise = 0.4;
const curveIrrs = Array.from({ length: 41 }, (_, step) => step / 50);
const lineIrrs = [0, 0.1, 0.2, 0.3, 0.4];

export function oneChartInput(scenario: Scenario): OneChart {
  const costs = scenarioCosts(scenario);
  const { base, asked } = costs;
  const raised = asked === base ? base * (1 + publishedRaise) : asked;
  const { isoIrr } = oneChart({
    ...chartQuestion(scenario, costs),
    systemPrices: [asked, raised === asked ? base : raised],
    irrs: curveIrrs,
  });
  const curve = (label: string, index: number) => ({
    label,
    points: isoIrr.flatMap(({ irr, prices }) => prices.slice(index, index + 1).map((price) => ({ irr, price }))),
  });
  const figures = scenarioFigures(scenario);
  return {
    ...shared(scenario, figures),
    curves:
      raised === asked
        ? [curve(`${change(asked / base - 1)}, ${dollars(asked)}`, 0), curve(`published price, ${dollars(base)}`, 1)]
        : [curve(`base price, ${dollars(base)}`, 0), curve(`${change(raised / base - 1)}, ${dollars(raised)}`, 1)],
    market: marketOf(figures),
    ...(figures.irr.irr === null ? {} : { earned: { irr: figures.irr.irr, price: figures.pricePerGpuHour } }),
  };
}

export function isoIrrInput(scenario: Scenario): IsoIrrChart {
  const costs = scenarioCosts(scenario);
  const figures = scenarioFigures(scenario);
  const ends = [costs.base / 2, Math.max(costs.base * 2, costs.asked * 1.1)];
  const irrs = [...new Set([...lineIrrs, costs.hurdleIrr])].sort((a, b) => a - b);
  const { isoIrr } = oneChart({ ...chartQuestion(scenario, costs), systemPrices: ends, irrs });
  return {
    ...shared(scenario, figures),
    lines: isoIrr.map(({ irr, prices }) => ({
      irr,
      points: prices.map((price, index) => ({ systemPrice: ends[index] ?? costs.base, price })),
    })),
    baseSystemPrice: costs.asked,
    market: marketOf(figures),
  };
}

export const capturedInput = (scenario: Scenario): CapturedChart => {
  const { captured, floorAtBasePrice, pricePerGpuHour } = scenarioFigures(scenario);
  const { name, parityPrice, reference } = scenario.subject;
  return {
    title: `${name}: who captures the spread`,
    floor: floorAtBasePrice,
    ceiling: parityPrice,
    reference,
    price: pricePerGpuHour,
    parts: captured.parts,
  };
};

const shared = ({ subject }: Scenario, { hurdleIrr, floorPricePerGpuHour: floor, ceilings }: ScenarioFigures) => ({
  systemName: subject.name,
  hurdleIrr,
  floor,
  pflops: subject.pflops,
  ceilings: ceilings.map(({ label, pricePerGpuHour: price }): PriceLevel => ({ label, price })),
});

const marketOf = ({ pricePerGpuHour: price }: ScenarioFigures): readonly PriceLevel[] => [
  { label: 'rental price', price },
];

const dollars = (value: number): string => `$${Math.round(value).toLocaleString('en-US')}`;
const change = (share: number): string => `${share < 0 ? '−' : '+'}${Number(Math.abs(share * 100).toFixed(1))} %`;
