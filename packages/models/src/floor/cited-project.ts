/** A rental project from cited figures, per GPU or built up from watts, floor space and electricity. */
import { z } from 'zod';
import { nonNegative, positive, rate, share } from '../fields.ts';
import { ModelError } from '../model-error.ts';
import { type Opex, opexPerGpuHour } from '../opex/opex.ts';
import { parseInput } from '../parse-input.ts';
import { type Project, projectSchema } from '../project.ts';
import { projectDefaults } from '../project-fields.ts';

/** Values by role. */
export type CitedValues = Readonly<Record<string, number | string>>;

export interface CitedProject {
  readonly project: Project;
  readonly hurdleIrr: number;
  /** Dense FP8; absent where not among the figures. */
  readonly pflops?: number;
  /** Null where opex was given as one figure. */
  readonly opexParts: Omit<Opex, 'opexPerGpuHour'> | null;
}

const systemSchema = z.object({
  capexPerGpu: nonNegative.optional(),
  capexPerWatt: nonNegative.optional(),
  rackKw: positive.optional(),
  gpusPerRack: positive.optional(),
  itKwPerGpu: nonNegative.optional(),
  opexPerGpuHour: nonNegative.optional(),
  hoursPerYear: positive.default(projectDefaults.hoursPerYear),
  hurdleIrr: rate,
  pflopsFp8Dense: positive.optional(),
});

const runningCostSchema = z.object({
  coloPerKwMonth: nonNegative,
  pue: z.number().min(1),
  powerUtilization: share,
  electricityPerKwh: nonNegative,
  otherPctCapexPerYear: nonNegative,
});

type System = z.output<typeof systemSchema>;

const buildUpRoles: ReadonlySet<string> = new Set([
  ...Object.keys(systemSchema.shape),
  ...Object.keys(runningCostSchema.shape),
]);

/** Throws a ModelError that names what is missing, given twice or out of range. */
export function citedProject(values: CitedValues): CitedProject {
  const system = parseInput(systemSchema, values);
  const capexPerGpu = capexOf(system);
  const { opexPerGpuHour: opex, ...parts } = opexOf(system, capexPerGpu, values);
  const terms = Object.entries(values).filter(([role]) => !buildUpRoles.has(role));
  const project = parseInput(projectSchema, {
    ...Object.fromEntries(terms),
    hoursPerYear: system.hoursPerYear,
    capexPerGpu,
    opexPerGpuHour: opex,
  });
  return {
    project,
    hurdleIrr: system.hurdleIrr,
    ...(system.pflopsFp8Dense !== undefined && { pflops: system.pflopsFp8Dense }),
    ...parts,
  };
}

function capexOf(system: System): number {
  const { capexPerGpu, capexPerWatt } = system;
  if (capexPerGpu !== undefined && capexPerWatt !== undefined)
    throw new ModelError('conflicting_fields', 'capexPerGpu: expected it or capexPerWatt, was given both', system);
  if (capexPerGpu !== undefined) return capexPerGpu;
  if (capexPerWatt === undefined)
    throw new ModelError('missing_field', 'capexPerGpu: expected it, or capexPerWatt of a rack, was missing', system);
  return capexPerWatt * 1000 * rackKwPerGpu(system);
}

interface OpexOfProject extends Pick<CitedProject, 'opexParts'> {
  readonly opexPerGpuHour: number;
}

function opexOf(system: System, capexPerGpu: number, values: CitedValues): OpexOfProject {
  if (system.opexPerGpuHour !== undefined) {
    const part = Object.keys(runningCostSchema.shape).find((role) => role in values);
    if (part === undefined) return { opexPerGpuHour: system.opexPerGpuHour, opexParts: null };
    throw new ModelError(
      'conflicting_fields',
      `opexPerGpuHour: expected it or its parts, was given ${part} too`,
      values,
    );
  }
  const { opexPerGpuHour: total, ...opexParts } = opexPerGpuHour({
    ...parseInput(runningCostSchema, values),
    itKwPerGpu: system.itKwPerGpu ?? rackKwPerGpu(system),
    capexPerGpu,
    otherPerGpuHour: 0,
    hoursPerYear: system.hoursPerYear,
  });
  return { opexPerGpuHour: total, opexParts };
}

function rackKwPerGpu(system: System): number {
  const { rackKw, gpusPerRack } = system;
  if (rackKw !== undefined && gpusPerRack !== undefined) return rackKw / gpusPerRack;
  const missing = rackKw === undefined ? 'rackKw' : 'gpusPerRack';
  throw new ModelError('missing_field', `${missing}: expected the power and the GPUs of a rack, was missing`, system);
}
