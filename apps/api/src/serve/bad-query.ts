/** What follows the question mark of an address is not what the page takes. The message says what was expected. */
import { UsageError } from '@bandgap/core';
import { type Scenario, scenarioFrom } from '@bandgap/views';

export class BadQuery extends UsageError {}

/** Throws a BadQuery for a scenario that cannot be. */
export function scenarioAt(query: URLSearchParams): Scenario {
  try {
    return scenarioFrom(Object.fromEntries(query));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new BadQuery(error.message, { cause: error });
  }
}
