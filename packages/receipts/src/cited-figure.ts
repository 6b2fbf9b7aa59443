/** Figures of the catalog by the id under which runs name them. */
import { type Assumption, assumption, memoryPart } from '@bandgap/catalog';

type CitedFigure = Omit<Assumption, 'id' | 'role'>;

/** Undefined for an id that the catalog does not have. */
export function citedFigure(id: string): CitedFigure | undefined {
  const [kind, partId = '', quantity] = id.split('/');
  if (kind !== 'memory-part' || quantity !== 'capacityGb') return assumption(id);
  const part = memoryPart(partId);
  if (part?.capacityGb === undefined) return undefined;
  return {
    value: part.capacityGb,
    unit: 'GB',
    asOf: '2026-05-01',
    source: `density in the name of the part: ${part.name}`,
    basis: 'derived',
  };
}
