/** Cited figures as values by role, the form in which models take them. */
import type { Assumption } from '@bandgap/catalog';

export const figureValues = (figures: readonly Assumption[]): Readonly<Record<string, number>> =>
  Object.fromEntries(figures.map(({ role, value }) => [role, value]));
