/** How the question of each model is put together: which inputs, from where. One entry per model the pipeline evaluates. */
import type { Assumption } from '@bandgap/catalog';
import type { AssumedInput, RunInput } from '@bandgap/core';
import type { Due, Origin, Query, ValueInForce } from '@bandgap/db';

/** One input with where it comes from. */
export interface TracedInput {
  readonly input: RunInput;
  readonly origin: Origin;
}

export interface Asked {
  readonly due: Due;
  readonly inputs: readonly TracedInput[];
}

/** Puts the questions of one model about several subjects, all knowing the same. A subject that cannot be asked about is left out. */
export type Asker = (query: Query, batch: readonly Due[]) => Promise<readonly Asked[]>;

export function observed(role: string, { seriesId, parserVersion, ...value }: ValueInForce): TracedInput {
  return {
    input: { kind: 'observation', role, ...value },
    origin: { kind: 'observation', seriesId, parserVersion },
  };
}

export function assumed({ role, id, value }: Pick<Assumption, 'role' | 'id' | 'value'>): TracedInput {
  const input: AssumedInput = { kind: 'assumption', role, id, value };
  return { input, origin: { kind: 'assumption' } };
}
