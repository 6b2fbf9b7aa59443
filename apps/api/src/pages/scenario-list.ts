/** A list of scenarios in one address: `of` is the query of each, and `name` at the same place gives it a name. */
import { type Scenario, scenarioQuery } from '@bandgap/views';
import { BadQuery, scenarioAt } from '../serve/bad-query.ts';

export const mostScenarios = 6;

/** What is compared where nobody says what. */
const examples = [
  'name=Published figures',
  'name=Systems 40 % dearer&systemPrice=129551',
  'name=SOCAMM at 13 USD/GB&socamm=13',
] as const;

/** Throws a BadQuery for more than can be read side by side, and for a scenario that cannot be. */
export function scenariosIn(query: URLSearchParams): readonly Scenario[] {
  const given = query.getAll('of');
  const names = query.getAll('name');
  if (given.length === 0) return examples.map((text) => scenarioAt(new URLSearchParams(text)));
  if (given.length > mostScenarios)
    throw new BadQuery(`of: expected at most ${mostScenarios} scenarios, was ${given.length}`);
  return given.map((text, index) => {
    const own = new URLSearchParams(queryOf(text));
    const name = names[index]?.trim() ?? '';
    if (name !== '') own.set('name', name);
    return scenarioAt(own);
  });
}

/** People paste whole addresses. */
const queryOf = (text: string): string => (text.includes('?') ? text.slice(text.indexOf('?') + 1) : text).trim();

export const comparisonQuery = (scenarios: readonly Scenario[]): string =>
  new URLSearchParams(scenarios.map((scenario): [string, string] => ['of', scenarioQuery(scenario)])).toString();
