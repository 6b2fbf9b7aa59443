/** Which floor an address names: a system, and the date of a set where it is not the newest. */
import { type FloorProject, systemIds } from '@bandgap/catalog';
import { floorsOfSystem } from '@bandgap/views';

/** Undefined where there is none. */
export function floorAt(system: string | undefined, query: URLSearchParams): FloorProject | undefined {
  const id = systemIds.find((known) => known === system);
  if (id === undefined) return undefined;
  const set = query.get('set');
  return floorsOfSystem(id).find(({ asOf }) => set === null || asOf === set);
}
