/** The questions of floors and ceilings: the figures of a project of the catalog, nothing that is quoted daily. */
import { ceilingProjects, floorProjects } from '@bandgap/catalog';
import { startOf } from '@bandgap/core';
import type { Due } from '@bandgap/db';
import { type Asker, assumed } from './questions.ts';

type Project = Pick<(typeof floorProjects)[number], 'id' | 'asOf' | 'assumptions'>;

const askAbout =
  (projects: readonly Project[]): Asker =>
  async (_query, batch) =>
    batch.flatMap((due) => {
      const project = projects.find(({ id }) => id === due.subject);
      return project === undefined ? [] : [{ due, inputs: project.assumptions.map(assumed) }];
    });

export const askRentalFloor = askAbout(floorProjects);
export const askValueCeiling = askAbout(ceilingProjects);

/** What the catalog itself makes due, on the date of each set of assumptions. */
export function catalogEvaluations(): readonly Due[] {
  const due = (model: string, { id, asOf }: Project): Due => ({
    model,
    subject: id,
    asOf: startOf(asOf),
    knownAt: startOf(asOf),
  });
  return [
    ...floorProjects.map((project) => due('rental-floor', project)),
    ...floorProjects.map((project) => due('cash-floor', project)),
    ...ceilingProjects.map((project) => due('value-ceiling', project)),
  ];
}
