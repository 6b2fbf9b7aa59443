/** The three inputs that moved a floor most since the one before it; or, where none moved, those it depends on most. */
import { floorRanges } from '@bandgap/catalog';
import type { Instant, RunInput } from '@bandgap/core';
import { type CitedValues, citedProject, floorPrice, tornado } from '@bandgap/models';

export interface FloorRun {
  readonly asOf: Instant;
  readonly inputs: readonly RunInput[];
}

/** An input of the floor, and what it alone does to the floor, in USD per GPU-hour. */
export interface Driver {
  readonly input: string;
  readonly from: number;
  readonly to: number;
  readonly floorFrom: number;
  readonly floorTo: number;
}

export type FloorDrivers =
  /** Each input as it was and as it is, all others as they were before. */
  | { readonly kind: 'moved'; readonly since: Instant; readonly drivers: readonly Driver[] }
  /** Each input at the low and the high end of what it might be, all others as they are. */
  | { readonly kind: 'sensitive'; readonly drivers: readonly Driver[] };

const most = 3;

/** Throws a ModelError where the inputs make no project. */
export function floorDrivers(now: FloorRun, before: FloorRun | undefined): FloorDrivers {
  const moved = before === undefined ? [] : movedInputs(valuesOf(before), valuesOf(now));
  if (before !== undefined && moved.length > 0) return { kind: 'moved', since: before.asOf, drivers: largest(moved) };
  return { kind: 'sensitive', drivers: largest(sensitiveInputs(valuesOf(now))) };
}

const largest = (drivers: readonly Driver[]): readonly Driver[] =>
  drivers.toSorted((a, b) => effect(b) - effect(a)).slice(0, most);

const effect = ({ floorFrom, floorTo }: Driver): number => Math.abs(floorTo - floorFrom);

const valuesOf = ({ inputs }: FloorRun): CitedValues =>
  Object.fromEntries(inputs.flatMap((input) => (input.kind === 'run' ? [] : [[input.role, input.value]])));

function movedInputs(before: CitedValues, now: CitedValues): readonly Driver[] {
  return Object.entries(now).flatMap(([input, to]) => {
    const from = before[input];
    if (typeof from !== 'number' || typeof to !== 'number' || from === to) return [];
    return [{ input, from, to, floorFrom: floorOf(before), floorTo: floorOf({ ...before, [input]: to }) }];
  });
}

function floorOf(values: CitedValues): number {
  const { project, hurdleIrr } = citedProject(values);
  return floorPrice(project, hurdleIrr);
}

function sensitiveInputs(values: CitedValues): readonly Driver[] {
  const { project, hurdleIrr } = citedProject(values);
  const { debtTermYears: _, ...terms } = project;
  const own: Readonly<Record<string, number>> = {
    capexPerGpu: project.capexPerGpu,
    opexPerGpuHour: project.opexPerGpuHour,
  };
  const inputs = floorRanges.map(({ param, relative, low, high }) => {
    const scale = relative ? (own[param] ?? 1) : 1;
    return { param, low: low.value * scale, high: high.value * scale };
  });
  return tornado({ project: terms, hurdleIrr, inputs }).rows.map(({ param, low, high, floorAtLow, floorAtHigh }) => ({
    input: param,
    from: low,
    to: high,
    floorFrom: floorAtLow,
    floorTo: floorAtHigh,
  }));
}
