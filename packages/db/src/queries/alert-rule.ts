/** Rules that people made, every version of each. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface RuleVersion {
  readonly id: string;
  readonly version: number;
  /** As it was written; null where it was withdrawn. */
  readonly rule: object | null;
  readonly author: string;
  readonly at: Instant;
}

/** The newest version of every rule that was made, those withdrawn included. */
export const newestRules = (query: Query): Promise<readonly RuleVersion[]> =>
  query
    .selectFrom('alert_rule')
    .distinctOn('id')
    .select(['id', 'version', 'rule', 'author', 'at'])
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();

/** Adds a version of a rule and returns its number. */
export async function storeRule(query: Query, made: Omit<RuleVersion, 'version'>): Promise<number> {
  const { version } = await query
    .insertInto('alert_rule')
    .values(({ selectFrom, fn, lit }) => ({
      id: made.id,
      version: selectFrom('alert_rule as earlier')
        .where('id', '=', made.id)
        .select(({ eb }) => eb(fn.coalesce(fn.max<number>('version'), lit(0)), '+', lit(1)).as('version')),
      rule: made.rule === null ? null : sql`${JSON.stringify(made.rule)}::json`,
      author: made.author,
      at: made.at,
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
