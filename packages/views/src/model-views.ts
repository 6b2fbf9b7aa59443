/** What the models stand on: sets of assumptions, what changed between them, and how the floor reacts. */
import {
  type Assumption,
  type FloorProject,
  floorRanges,
  floorSets,
  type SystemId,
  systemById,
  systems,
  uncertainFloors,
} from '@bandgap/catalog';
import type { Day } from '@bandgap/core';
import { type CitedProject, cashFloorPrice, cashFlows, citedProject, figureValues, floorPrice } from '@bandgap/models';

export interface ModelledSystem extends Omit<CitedProject, 'hurdleIrr'> {
  readonly floorProject: FloorProject;
  readonly hurdleIrr: number;
  readonly floorPricePerGpuHour: number;
  /** Below this, hardware already paid for is switched off. */
  readonly cashFloorPricePerGpuHour: number;
  readonly netCashflows: readonly number[];
  /** What the floor leaves open. */
  readonly gaps: readonly string[];
}

export function modelledSystem(floorProject: FloorProject): ModelledSystem {
  const cited = citedProject(figureValues(floorProject.assumptions));
  const floor = floorPrice(cited.project, cited.hurdleIrr);
  const set = floorSets.find(({ asOf }) => asOf === floorProject.asOf);
  return {
    ...cited,
    floorProject,
    floorPricePerGpuHour: floor,
    cashFloorPricePerGpuHour: cashFloorPrice(cited.project, 1),
    netCashflows: cashFlows(cited.project, floor).net,
    gaps: (set?.gaps ?? []).filter(({ system }) => system === floorProject.system).map(({ gap }) => gap),
  };
}

const nameOf = (system: SystemId): string => systemById(system)?.name ?? system;

/** The floors of a system, the newest set first. */
export const floorsOfSystem = (system: SystemId): readonly FloorProject[] =>
  floorSets
    .flatMap(({ projects }) => projects.filter((project) => project.system === system))
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));

export interface FloorlessSystem {
  readonly id: SystemId;
  readonly name: string;
  /** What was looked for and is not public. */
  readonly unknown: readonly string[];
}

/** Systems of the catalog that no floor can be worked out for. */
export const systemsWithoutFloor: readonly FloorlessSystem[] = systems.filter(
  ({ id }) => floorsOfSystem(id).length === 0,
);

export interface AssumptionChange {
  readonly role: string;
  /** Absent where the older set has no such figure. */
  readonly before?: Assumption;
  readonly after?: Assumption;
}

/** Figures of a system that are not the same in two of its floors. */
export function assumptionChanges(before: FloorProject, after: FloorProject): readonly AssumptionChange[] {
  const roles = new Set([...before.assumptions, ...after.assumptions].map(({ role }) => role));
  return [...roles].flatMap((role) => {
    const [old, now] = [before, after].map(({ assumptions }) => assumptions.find((figure) => figure.role === role));
    if (old?.value === now?.value) return [];
    return [{ role, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }];
  });
}

export interface SetChanges {
  readonly from: Day;
  readonly to: Day;
  readonly systems: readonly {
    readonly id: SystemId;
    readonly name: string;
    readonly changes: readonly AssumptionChange[];
  }[];
}

/** From each set to the next, by the systems that are in both. */
export const changesBetweenSets: readonly SetChanges[] = floorSets.slice(1).flatMap((after, index) => {
  const before = floorSets[index];
  if (before === undefined) return [];
  const changed = after.projects.flatMap((project) => {
    const older = before.projects.find(({ system }) => system === project.system);
    const changes = older === undefined ? [] : assumptionChanges(older, project);
    return changes.length === 0 ? [] : [{ id: project.system, name: nameOf(project.system), changes }];
  });
  return [{ from: before.asOf, to: after.asOf, systems: changed }];
});

export interface FigureRange {
  readonly low: Assumption;
  readonly high: Assumption;
  /** A multiple of the figure's own value. */
  readonly relative: boolean;
}

/** How far a figure of a project may be off; undefined where nobody judged it. */
export function rangeOf({ system, asOf }: FloorProject, role: string): FigureRange | undefined {
  const range = floorRanges.find(({ param }) => param === role);
  if (range !== undefined) return range;
  const uncertain = uncertainFloors.find((each) => each.system === system && each.asOf === asOf)?.assumptions ?? [];
  const [low, high] = ['Low', 'High'].map((end) => uncertain.find((figure) => figure.role === `${role}${end}`));
  return low === undefined || high === undefined ? undefined : { low, high, relative: false };
}
