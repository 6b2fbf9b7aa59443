/** How the documents of a source were judged at an instant, and the ones before them. */
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { ReadingVerdict } from '../tables.ts';
import type { AtSource } from './stated-prices.ts';

export interface ReadingOutcome {
  readonly verdict: ReadingVerdict;
  readonly reasons: readonly string[];
}

export interface SucceedingOutcomes {
  readonly before: ReadingOutcome;
  readonly after: ReadingOutcome;
}

/** One for each address that was read before. */
export async function succeedingOutcomes(
  query: Query,
  { sourceId, at }: AtSource,
): Promise<readonly SucceedingOutcomes[]> {
  const { rows } = await sql<SucceedingOutcomes>`
    select before.outcome as before, ${outcome} as after
    from capture join lateral (${newestReading}) reading on true
    join lateral (
      select ${outcome} as outcome
      from capture earlier join lateral (
        select verdict, reasons from reading where capture_id = earlier.id order by parser_version desc limit 1
      ) reading on true
      where earlier.source_id = capture.source_id and earlier.url = capture.url and earlier.fetched_at < capture.fetched_at
      order by earlier.fetched_at desc limit 1
    ) before on true
    where capture.source_id = ${sourceId} and capture.fetched_at = ${at}
    order by capture.url`.execute(query);
  return rows;
}

const outcome = sql`jsonb_build_object('verdict', reading.verdict, 'reasons', reading.reasons)`;
const newestReading = sql`select verdict, reasons from reading where capture_id = capture.id order by parser_version desc limit 1`;
