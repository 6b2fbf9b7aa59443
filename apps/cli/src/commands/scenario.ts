/** A system as the command line describes it: the cited figures of a set, with what was given in their place. */
import { type Assumption, memoryLevers, type System, systemPriceOf } from '@bandgap/catalog';
import { UsageError } from '@bandgap/core';
import { citedProject, figureValues, knownSystem, memoryLever, type Project, systemProject } from '@bandgap/models';
import type { z } from 'zod';
import type { SystemPriceGiven, scenarioOptions } from './model-options.ts';

export type ScenarioGiven = z.output<z.ZodObject<typeof scenarioOptions>>;

/** A figure of the catalog, or one from the command line. */
export type Figure = Omit<Assumption, 'basis'> & { readonly basis: Assumption['basis'] | 'given' };

export interface Scenario {
  /** System and tenor: `vr-nvl72/contract_5y`. */
  readonly id: string;
  readonly system: System;
  readonly label: string;
  readonly asOf: string;
  readonly figures: readonly Figure[];
  /** With the capex of the system price asked about; opex stays what the set says. */
  readonly project: Project;
  readonly hurdleIrr: number;
  readonly pflops: number | undefined;
  readonly opexParts: ReturnType<typeof citedProject>['opexParts'];
}

/** The price of the system within capex, before and after what was given. */
export interface SystemPrices {
  readonly base: number;
  readonly asked: number;
  readonly ancillary: number;
  /** More that the vendor pays for memory, per GPU. */
  readonly memoryCostDelta: number;
}

/** Throws a ModelError where a figure of the system is not known. */
export function scenarioOf(given: ScenarioGiven): Scenario {
  const floorProject = systemProject(given.system, given.set);
  const chosen: Readonly<Record<string, number | undefined>> = { hurdleIrr: given.irr, prepayFraction: given.prepay };
  const figures = floorProject.assumptions.map((figure): Figure => {
    const value = chosen[figure.role];
    return value === undefined ? figure : fromCommandLine({ ...figure, value });
  });
  const { project, hurdleIrr, pflops, opexParts } = citedProject(
    Object.fromEntries(figures.map(({ role, value }) => [role, value])),
  );
  const scenario: Scenario = {
    id: floorProject.id,
    system: knownSystem(given.system),
    label: floorProject.label,
    asOf: given.set,
    figures,
    project,
    hurdleIrr,
    pflops,
    opexParts,
  };
  if (given.systemPrice === undefined && given.socamm === undefined) return scenario;
  const { asked, ancillary } = systemPricesOf(scenario, given);
  return {
    ...scenario,
    figures: [...figures, ...givenPrices(given, asked)],
    project: { ...project, capexPerGpu: asked + ancillary },
  };
}

/** Throws a UsageError where the price of the system itself is not known. */
export function systemPricesOf({ system, asOf }: Scenario, given: ScenarioGiven): SystemPrices {
  const base = systemPriceOf(system.id, asOf)?.value;
  if (base === undefined) throw new UsageError(`no price of the system itself known for ${system.name} as of ${asOf}`);
  const { project } = citedProject(figureValues(systemProject(system.id, asOf).assumptions));
  const memory = given.socamm === undefined ? { cost: 0, price: 0 } : memoryChange(system, given.socamm, asOf);
  return {
    base,
    asked: changed(base, given.systemPrice) + memory.price,
    ancillary: project.capexPerGpu - base,
    memoryCostDelta: memory.cost,
  };
}

function changed(base: number, given: SystemPriceGiven | undefined): number {
  if (given === undefined) return base;
  return given.kind === 'change' ? base * (1 + given.share) : given.usd;
}

/** What another cost per gigabyte adds to the vendor's cost and to the price of the system. */
function memoryChange(system: System, costPerGb: number, asOf: string) {
  const { grossMargin, gbPerGpu, costPerGb: before } = memoryFigures(system, asOf);
  const leverAt = (cost: number) => memoryLever({ costPerGb: cost, grossMargin, gbPerGpu, otherSystemPricePerGpu: 0 });
  const [old, now] = [leverAt(before), leverAt(costPerGb)];
  return { cost: now.memoryCostPerGpu - old.memoryCostPerGpu, price: now.memoryPricePerGpu - old.memoryPricePerGpu };
}

/** Throws a UsageError for a system whose memory is not in the catalog. */
export function memoryFigures(system: System, asOf: string) {
  const figures = memoryLevers.find((lever) => lever.system === system.id && lever.asOf === asOf)?.assumptions;
  const { costPerGb, grossMargin, gbPerGpu } = figureValues(figures ?? []);
  if (figures === undefined || costPerGb === undefined || grossMargin === undefined || gbPerGpu === undefined) {
    const known = memoryLevers.map((lever) => `${lever.system} as of ${lever.asOf}`).join(', ');
    throw new UsageError(`no SOCAMM known for ${system.name} as of ${asOf}; known for ${known}`);
  }
  return { figures, costPerGb, grossMargin, gbPerGpu };
}

export const fromCommandLine = (figure: Figure): Figure => ({
  id: figure.id,
  role: figure.role,
  value: figure.value,
  unit: figure.unit,
  asOf: figure.asOf,
  source: 'given on the command line',
  basis: 'given',
});

function givenPrices({ set, socamm }: ScenarioGiven, asked: number): readonly Figure[] {
  const priced = (role: string, value: number, unit: string) =>
    fromCommandLine({ id: `given/${role}`, role, value, unit, asOf: set, source: '', basis: 'given' });
  return [
    priced('systemPricePerGpu', asked, 'USD'),
    ...(socamm === undefined ? [] : [priced('costPerGb', socamm, 'USD per GB')]),
  ];
}
