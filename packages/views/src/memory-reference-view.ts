/** Memory prices printed in public, each with its citation and how far it can be trusted. */
import { type MemoryReferencePoint, memoryPart, memoryReference } from '@bandgap/catalog';

export interface CitedMemoryPrice extends MemoryReferencePoint {
  readonly name: string;
  /** Null where the part has no capacity and is not priced by the gigabyte. */
  readonly usdPerGb: number | null;
  /** What the letter of the confidence means. */
  readonly trust: string;
}

const trust = {
  A: "read on the publisher's page, or a dated capture of it",
  B: 'one step removed from the publisher',
  C: 'relayed by the press',
} as const;

/** All of them, or those of one part, in the order of dates. */
export const citedMemoryPrices = (part?: string): readonly CitedMemoryPrice[] =>
  memoryReference
    .filter((point) => part === undefined || point.part === part)
    .map((point) => ({
      ...point,
      name: memoryPart(point.part)?.name ?? point.part,
      usdPerGb: perGigabyte(point),
      trust: trust[point.confidence],
    }))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));

function perGigabyte({ part, unit, value }: MemoryReferencePoint): number | null {
  if (unit === 'USD/GB') return value;
  const capacityGb = memoryPart(part)?.capacityGb;
  return capacityGb === undefined ? null : value / capacityGb;
}
