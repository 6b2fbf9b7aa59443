/** How far each assumption moves the floor, the largest swing first. */
import { z } from 'zod';
import { rate } from '../fields.ts';
import { floorPrice } from '../floor/floor.ts';
import { ModelError } from '../model-error.ts';
import { parseInput } from '../parse-input.ts';
import { projectNumbers, projectSchema } from '../project.ts';

export interface TornadoQuestion {
  /** As a user writes it: a default that follows from another field follows it here too. */
  readonly project: Readonly<Record<string, unknown>>;
  readonly hurdleIrr: number;
  /** `param` is a numeric field of the project, or `hurdleIrr`. */
  readonly inputs: readonly { readonly param: string; readonly low: number; readonly high: number }[];
}

export interface TornadoRow {
  readonly param: string;
  readonly low: number;
  readonly high: number;
  readonly floorAtLow: number;
  readonly floorAtHigh: number;
  readonly swing: number;
}

export interface Tornado {
  readonly floorPricePerGpuHour: number;
  readonly rows: readonly TornadoRow[];
}

const caseSchema = z.strictObject({ project: projectSchema, hurdleIrr: rate });

/** Throws a ModelError for an unknown parameter, or a value that makes no project. */
export function tornado({ project, hurdleIrr, inputs }: TornadoQuestion): Tornado {
  const base = { project, hurdleIrr };
  const floorWith = (param: string, value: number) => {
    if (param === 'hurdleIrr') return floorOf({ project, hurdleIrr: value });
    if (!projectNumbers.has(param))
      throw new ModelError(
        'unknown_field',
        `inputs: expected hurdleIrr or a number of the project, was ${param}`,
        inputs,
      );
    return floorOf({ project: { ...project, [param]: value }, hurdleIrr });
  };
  const rows = inputs.map(({ param, low, high }): TornadoRow => {
    const [floorAtLow, floorAtHigh] = [floorWith(param, low), floorWith(param, high)];
    return { param, low, high, floorAtLow, floorAtHigh, swing: Math.abs(floorAtHigh - floorAtLow) };
  });
  return { floorPricePerGpuHour: floorOf(base), rows: rows.sort((a, b) => b.swing - a.swing) };
}

function floorOf(question: unknown): number {
  const { project, hurdleIrr } = parseInput(caseSchema, question);
  return floorPrice(project, hurdleIrr);
}
