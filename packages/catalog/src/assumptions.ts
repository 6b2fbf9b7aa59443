/** Every assumption of the catalog, found by id. */
import type { Assumption } from './assumption.ts';
import { blendScenarios } from './blend-scenarios.ts';
import { ceilingProjects } from './ceiling-projects.ts';
import { floorProjects } from './floor-projects.ts';

const byId: ReadonlyMap<string, Assumption> = new Map(
  [...floorProjects, ...ceilingProjects, ...blendScenarios]
    .flatMap((project) => project.assumptions)
    .map((assumption) => [assumption.id, assumption]),
);

export const assumptions: readonly Assumption[] = [...byId.values()];

export const assumption = (id: string): Assumption | undefined => byId.get(id);
