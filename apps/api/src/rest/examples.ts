/** What the examples of the reference ask for: figures that every installation has from its first minute. */
import { floorProjects } from '@bandgap/catalog';
import { receiptOf, startOf } from '@bandgap/core';
import { rentalFloorRun } from '@bandgap/models';

/** The floor of VR NVL72, to be asked of `project.floor`. */
export const exampleProject = {
  project: { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 },
  hurdleIrr: 0.156,
};

/** The stored floor of VR NVL72 is computed from cited figures alone, so its receipt is the same everywhere. */
export function exampleReceipt(): string {
  const project = floorProjects.find(({ id }) => id === 'vr-nvl72/contract_5y');
  if (project === undefined) throw new Error('expected the floor of VR NVL72 in the catalog');
  const at = startOf(project.asOf);
  const inputs = project.assumptions.map(({ id, role, value }) => ({ kind: 'assumption', id, role, value }) as const);
  const { id: model, version } = rentalFloorRun;
  return receiptOf({ model, version, subject: project.id, asOf: at, knownAt: at, inputs });
}
