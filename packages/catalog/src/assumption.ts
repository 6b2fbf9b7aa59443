/** A cited figure that a model takes as given, because nobody quotes it daily. */
import type { Day } from '@bandgap/core';

/**
 * How a figure came to be: printed in the source, worked out from printed figures, fitted so that a model returns a
 * published result, chosen as a modelling rule, or read between the lines.
 */
export const bases = ['sourced', 'derived', 'calibrated', 'convention', 'inferred'] as const;
export type Basis = (typeof bases)[number];

export interface Assumption {
  /** Date of the set, what it is about, role: `2026-05-01/vr-nvl72/capexPerWatt`. */
  readonly id: string;
  readonly role: string;
  readonly value: number;
  readonly unit: string;
  /** When the source said so; a set may hold older figures than its own date. */
  readonly asOf: Day;
  readonly source: string;
  readonly url?: string;
  readonly basis: Basis;
  readonly note?: string;
}

/** Gives every figure of a table its role, the key, and its id, the name of the set followed by the role. */
export const assumptionSet = (
  set: string,
  figures: Readonly<Record<string, Omit<Assumption, 'id' | 'role'>>>,
): readonly Assumption[] =>
  Object.entries(figures).map(([role, figure]) => ({ id: `${set}/${role}`, role, ...figure }));
