/** A model the pipeline evaluates on recorded inputs, and anyone may evaluate again. */
import type { RunQuestion } from '@bandgap/core';

export interface RunModel {
  /** `rental-floor` and the like. */
  readonly id: string;
  /** Raised when the method would answer the same inputs differently. */
  readonly version: number;
  /** A plain JSON object, the same for the same question. Throws a ModelError where the inputs give no answer. */
  readonly compute: (question: RunQuestion) => object;
}
