/** The rental project of a system in a dated set of figures; where it cannot be built, what is missing by name. */
import { type FloorProject, type FloorSet, floorSets, type System, systemById, systemIds } from '@bandgap/catalog';
import { ModelError } from '../model-error.ts';

/** Throws a ModelError for an unknown system or date, and for a system of which a figure is not known. */
export function systemProject(id: string, asOf: string): FloorProject {
  const system = knownSystem(id);
  const set = floorSets.find((each) => each.asOf === asOf);
  if (set === undefined) throw unknown('set', { known: floorSets.map((each) => each.asOf), was: asOf });
  return set.projects.find((project) => project.system === id) ?? refuse(system, set);
}

/** Throws a ModelError for a system that the catalog has not. */
export function knownSystem(id: string): System {
  const system = systemById(id);
  if (system === undefined) throw unknown('system', { known: systemIds, was: id });
  return system;
}

const unknown = (field: string, { known, was }: { readonly known: readonly string[]; readonly was: string }) =>
  new ModelError('bad_choice', `${field}: expected one of ${known.join(', ')}, was ${JSON.stringify(was)}`, was);

function refuse(system: System, set: FloorSet): never {
  const missing = system.unknown.map((figure) => `no ${figure} known for ${system.name}`);
  if (missing.length > 0) throw new ModelError('missing_field', missing.join('; '), system);
  const others = floorSets.filter(({ projects }) => projects.some((project) => project.system === system.id));
  const dates = others.map(({ asOf }) => asOf).join(', ');
  throw new ModelError('missing_field', `no floor of ${system.name} in the set of ${set.asOf}; see ${dates}`, system);
}
