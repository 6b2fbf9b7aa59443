/** Every assumption of the catalog, found by id. */
import type { Assumption } from './assumption.ts';
import { b300Ownership } from './b300-ownership.ts';
import { blendScenarios } from './blend-scenarios.ts';
import { ceilingProjects } from './ceiling-projects.ts';
import { floorSets } from './floor-sets.ts';
import { floorRanges, uncertainFloors } from './floor-uncertainty.ts';
import { memoryLevers } from './memory-levers.ts';
import { systemPrices } from './system-prices.ts';
import { systems } from './systems.ts';
import { b300Serving, b300Software, gb300AgainstH100, inferenceMargins, opusListPrice } from './token-scenarios.ts';

const cited: readonly { readonly assumptions: readonly Assumption[] }[] = [
  ...floorSets.flatMap(({ projects }) => projects),
  ...ceilingProjects,
  ...blendScenarios,
  ...uncertainFloors,
  ...memoryLevers,
];

const byId: ReadonlyMap<string, Assumption> = new Map(
  [
    ...cited.flatMap(({ assumptions: figures }) => figures),
    ...systems.flatMap(({ facts }) => facts),
    ...systemPrices.map(({ figure }) => figure),
    ...floorRanges.flatMap(({ low, high }) => [low, high]),
    ...[opusListPrice, b300Ownership, b300Serving, b300Software, gb300AgainstH100, inferenceMargins].flat(),
  ].map((assumption) => [assumption.id, assumption]),
);

export const assumptions: readonly Assumption[] = [...byId.values()];

export const assumption = (id: string): Assumption | undefined => byId.get(id);
