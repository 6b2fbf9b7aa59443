/** One question the engine answers: a name, the schema of what it takes, and the answer. */
import type { z } from 'zod';
import { parseInput } from '../parse-input.ts';

export interface Operation {
  /** `project.floor` and the like. */
  readonly name: string;
  /** What it computes, in one sentence. */
  readonly summary: string;
  readonly input: z.ZodType;
  /** Throws a ModelError where the input is not what the schema says, or has no answer. */
  readonly evaluate: (input: unknown) => object;
}

interface Definition<S extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly input: S;
  readonly answer: (input: z.output<S>) => object;
}

export const defineOperation = <S extends z.ZodType>({ name, summary, input, answer }: Definition<S>): Operation => ({
  name,
  summary,
  input,
  evaluate: (question) => answer(parseInput(input, question)),
});
