/** A scenario with the receipts of those of its figures that were computed and stored. */
import { latestRun, type Query } from '@bandgap/db';
import { CeilingOutput, FloorOutput } from './run-outputs.ts';
import type { Scenario } from './scenario.ts';
import { type ScenarioFigures, scenarioFigures } from './scenario-figures.ts';

export interface ReceiptedScenario extends ScenarioFigures {
  /** Absent where the figure is worked out for this scenario only. */
  readonly receipts: { readonly floor?: string; readonly ceilings?: string };
}

export async function readScenario(query: Query, scenario: Scenario): Promise<ReceiptedScenario> {
  const figures = scenarioFigures(scenario);
  const subject = scenario.subject.project.id;
  const [floor, ceiling] = await Promise.all([
    latestRun(query, { model: 'rental-floor', subject }),
    latestRun(query, { model: 'value-ceiling', subject }),
  ]);
  const isFloor =
    floor !== undefined && same(FloorOutput.parse(floor.output).floorPricePerGpuHour, figures.floorPricePerGpuHour);
  const isCeiling =
    ceiling !== undefined &&
    same(CeilingOutput.parse(ceiling.output).parityPricePerGpuHour, scenario.subject.parityPrice);
  return {
    ...figures,
    receipts: { ...(isFloor ? { floor: floor.receipt } : {}), ...(isCeiling ? { ceilings: ceiling.receipt } : {}) },
  };
}

/** Equal but for the last digits, which the way of computing moves. */
const same = (stored: number, own: number): boolean => Math.abs(stored - own) <= 1e-9 * Math.abs(own);
