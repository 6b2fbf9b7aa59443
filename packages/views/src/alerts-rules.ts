/** The rules in force: those that were given, overruled by those that people made, one per source where a rule is about all. */
import { perSource } from '@bandgap/alerts';
import type { AlertRule } from '@bandgap/catalog';
import { type Instant, UsageError } from '@bandgap/core';
import { newestRules, type Query } from '@bandgap/db';
import { sources } from '@bandgap/sources';
import { parseRule } from './alerts-rule-file.ts';

export interface RulesAsked {
  readonly now: Instant;
  /** Those given, before people overrule them. */
  readonly rules: readonly AlertRule[];
}

/** Later ones overrule earlier ones of the same id. */
export const overruled = (...lists: readonly (readonly AlertRule[])[]): readonly AlertRule[] => [
  ...new Map(lists.flat().map((rule) => [rule.id, rule])).values(),
];

export interface MadeRules {
  readonly rules: readonly AlertRule[];
  readonly withdrawn: readonly string[];
  /** Made when the catalog was another, and not to be judged with this one. */
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
}

/** The rules that people made, as they were written last. */
export async function readMadeRules(query: Query): Promise<MadeRules> {
  const rules: AlertRule[] = [];
  const withdrawn: string[] = [];
  const refused: { readonly id: string; readonly reason: string }[] = [];
  for (const { id, rule } of await newestRules(query)) {
    if (rule === null) {
      withdrawn.push(id);
      continue;
    }
    try {
      rules.push(parseRule(rule, `rule ${id}`));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      refused.push({ id, reason: error.message });
    }
  }
  return { rules, withdrawn, refused };
}

/** A rule that somebody made takes the place of one that was given; one that was withdrawn is in force nowhere. */
export async function rulesInForce(query: Query, given: readonly AlertRule[]): Promise<readonly AlertRule[]> {
  const { rules, withdrawn } = await readMadeRules(query);
  const inForce = overruled(given, rules).filter(({ id }) => !withdrawn.includes(id));
  return perSource(
    inForce,
    sources.map(({ id }) => id),
  );
}
