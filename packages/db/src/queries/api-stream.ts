/** What was stored since: runs, alert transitions, readings and events, each by the number the database gave it. */
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export const streamed = ['run', 'transition', 'reading', 'event'] as const;
export type Streamed = (typeof streamed)[number];

/** The last number of each kind that somebody has seen. */
export type StreamPosition = Readonly<Record<Streamed, number>>;

/** Transactions that were open when numbers were looked at may still store rows with lower ones. */
export interface Horizon {
  readonly newest: StreamPosition;
  /** Every transaction before this one has ended. */
  readonly endedBefore: number;
  /** Every transaction that had begun is before this one. */
  readonly begunBefore: number;
}

/** Numbers first and transactions second, so that whoever took a lower number is among those that had begun. */
export async function streamHorizon(query: Query): Promise<Horizon> {
  const { rows: numbers } = await sql<StreamPosition>`
    select
      (select coalesce(max(id), 0) from run) as run,
      (select coalesce(max(id), 0) from alert_transition) as transition,
      (select coalesce(max(id), 0) from reading) as reading,
      (select coalesce(max(id), 0) from event) as event`.execute(query);
  const { rows: transactions } = await sql<Omit<Horizon, 'newest'>>`
    select
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint as "endedBefore",
      pg_snapshot_xmax(pg_current_snapshot())::text::bigint as "begunBefore"`.execute(query);
  const [newest] = numbers;
  const [snapshot] = transactions;
  if (newest === undefined || snapshot === undefined) throw new Error('expected one row of numbers, was none');
  return { newest, ...snapshot };
}

/** Names and times of what was stored. Figures are asked for by the receipt. */
export interface StoredChange {
  readonly id: number;
  readonly [member: string]: unknown;
}

export interface ChangesWanted {
  readonly after: number;
  /** Up to and with this number. */
  readonly until: number;
  readonly limit: number;
}

/** Changes of one kind, the first stored first. */
export async function changesOf(
  query: Query,
  kind: Streamed,
  { after, until, limit }: ChangesWanted,
): Promise<readonly StoredChange[]> {
  const { rows } = await sql<StoredChange>`
    select * from (${selections[kind]}) stored
    where id > ${after} and id <= ${until}
    order by id
    limit ${limit}`.execute(query);
  return rows;
}

const selections: Readonly<Record<Streamed, ReturnType<typeof sql>>> = {
  run: sql`
    select id, receipt, model, version, subject, as_of as "asOf", known_at as "knownAt", revision
    from run`,
  transition: sql`
    select id, rule_id as rule, kind, as_of as "asOf", from_state as "from", to_state as "to", strong, revision
    from alert_transition`,
  reading: sql`
    select reading.id, source_id as source, url, fetched_at as "fetchedAt", verdict, quotes, headlines,
      repeats is not null as unchanged
    from reading join capture on capture.id = capture_id`,
  event: sql`
    select id, key, kind, source_id as source, subject, as_of as "asOf", recorded_at as "recordedAt"
    from event`,
};
