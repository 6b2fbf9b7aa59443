/** What alert rules told, in pages, each with whether the figures in it may be published. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import { isPublishableRun } from './api-publishable.ts';

export interface TransitionRow {
  readonly id: number;
  readonly rule: string;
  readonly kind: string;
  readonly asOf: Instant;
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly reference: number | null;
  readonly unit: string | null;
  readonly strong: boolean;
  readonly since: Instant | null;
  readonly revision: number;
  readonly receipt: string | null;
  readonly referenceReceipt: string | null;
  /** Key of the event that was told. */
  readonly event: string | null;
  readonly publishable: boolean;
}

export interface TransitionPage {
  readonly rule?: string | undefined;
  /** The number of the last transition of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
  /** Sources whose prices may leave. */
  readonly open: readonly string[];
}

/** What was told last comes first. */
export async function toldTransitions(query: Query, page: TransitionPage): Promise<readonly TransitionRow[]> {
  const { rule, before, limit, open } = page;
  const { rows } = await sql<TransitionRow>`
    select
      told.id, rule_id as rule, kind, told.as_of as "asOf", from_state as "from", to_state as "to", value, reference, unit,
      strong, since, told.revision, answer.receipt, held_against.receipt as "referenceReceipt", event_key as event,
      coalesce(
        (select bool_and(${isPublishableRun(open)}) from run where run.id in (told.run_id, told.reference_run_id)), true
      ) as publishable
    from (
      select * from alert_transition
      where ${rule === undefined ? sql`true` : sql`rule_id = ${rule}`}
        and ${before === undefined ? sql`true` : sql`id < ${before}`}
      order by id desc
      limit ${limit}
    ) told
    left join run answer on answer.id = told.run_id
    left join run held_against on held_against.id = told.reference_run_id
    order by told.id desc`.execute(query);
  return rows;
}
