/** What a scenario can be about: a system at a date, with its price, its PFLOPS and a reference to hold it against. */
import {
  ceilingProjects,
  type FloorProject,
  floorSets,
  publishedSet,
  systemById,
  systemPriceOf,
} from '@bandgap/catalog';
import { type Day, UsageError } from '@bandgap/core';
import { figureValues, valueCeiling } from '@bandgap/models';

export interface ScenarioSubject {
  readonly project: FloorProject;
  /** Date of the set of figures. */
  readonly set: Day;
  /** VR NVL72: the vendor goes without saying. */
  readonly name: string;
  /** USD per GPU, of the system within its all-in capex. */
  readonly systemPrice: NonNullable<ReturnType<typeof systemPriceOf>>;
  readonly pflops: number;
  readonly parityPrice: number;
  readonly conservativePrice: number;
  /** The system whose price per PFLOP-hour the ceilings take. */
  readonly reference: string;
}

const shortName = (system: string): string => systemById(system)?.name.replace('NVIDIA ', '') ?? system;

const [published] = ceilingProjects;

function subjectsOf(project: FloorProject): readonly ScenarioSubject[] {
  const systemPrice = systemPriceOf(project.system, project.asOf);
  const { pflopsFp8Dense: pflops } = figureValues(project.assumptions);
  if (systemPrice === undefined || pflops === undefined || published === undefined) return [];
  const { refPricePerPflopHour = 0, conservativePricePerPflopHour } = figureValues(published.assumptions);
  const ceiling = valueCeiling({ refPricePerPflopHour, conservativePricePerPflopHour, targetPflops: pflops });
  return [
    {
      project,
      set: project.asOf,
      name: project.label.replace(/,.*/, ''),
      systemPrice,
      pflops,
      parityPrice: ceiling.parityPricePerGpuHour,
      conservativePrice: ceiling.conservativePricePerGpuHour ?? ceiling.parityPricePerGpuHour,
      reference: shortName(published.reference),
    },
  ];
}

export const scenarioSubjects: readonly ScenarioSubject[] = floorSets.flatMap(({ projects }) =>
  projects.flatMap(subjectsOf),
);

const defaultSystem = 'vr-nvl72';

/** Throws a UsageError that names those there are. */
export function scenarioSubject(system: string = defaultSystem, set: Day = publishedSet): ScenarioSubject {
  const found = scenarioSubjects.find((subject) => subject.project.system === system && subject.set === set);
  if (found !== undefined) return found;
  const known = scenarioSubjects.map((subject) => `${subject.project.system} of ${subject.set}`).join(', ');
  throw new UsageError(
    `expected a system and a date of figures with a known system price (${known}), was ${system} of ${set}`,
  );
}
