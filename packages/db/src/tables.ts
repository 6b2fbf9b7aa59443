/** The tables as TypeScript sees them. Instants are ISO strings, numerics and big integers are numbers: see open-db.ts. */
import type { Instant, Metric, RunInput, SeriesKey, Terms, Unit } from '@bandgap/core';
import type { Generated, JSONColumnType } from 'kysely';

export interface Tables {
  readonly slot: SlotTable;
  readonly artifact: { readonly sha256: string; readonly bytes: Buffer };
  readonly capture: CaptureTable;
  readonly reading: ReadingTable;
  readonly skip: SkipTable;
  readonly series: SeriesTable;
  readonly observation: ObservationTable;
  readonly headline: HeadlineTable;
  readonly due: DueTable;
  readonly run: RunTable;
  readonly run_input: RunInputTable;
  readonly alert_transition: AlertTransitionTable;
  readonly alert_retraction: { readonly transition_id: number };
  readonly delivery: DeliveryTable;
}

export type SlotOutcome = 'fetched' | 'unchanged' | 'unreachable' | 'missed';

interface SlotTable {
  readonly source_id: string;
  readonly due_at: Instant;
  readonly outcome: SlotOutcome | null;
  readonly message: string | null;
}

interface CaptureTable {
  readonly id: Generated<number>;
  readonly source_id: string;
  readonly slot: Instant;
  readonly url: string;
  readonly fetched_at: Instant;
  readonly http_status: number;
  readonly content_type: string;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly sha256: string;
}

export type ReadingVerdict = 'accepted' | 'quarantined' | 'unreadable';

interface ReadingTable {
  readonly capture_id: number;
  readonly parser_version: number;
  readonly verdict: ReadingVerdict;
  readonly reasons: readonly string[];
  readonly quotes: number;
  readonly headlines: number;
  readonly skips: JSONColumnType<Readonly<Record<string, number>>>;
  readonly seen: readonly number[] | null;
  readonly repeats: number | null;
}

interface SkipTable {
  readonly capture_id: number;
  readonly parser_version: number;
  readonly code: string;
  readonly text: string;
  readonly rows: number;
}

interface SeriesTable {
  readonly id: Generated<number>;
  readonly source_id: string;
  readonly subject: string;
  readonly metric: Metric;
  readonly venue: string;
  readonly terms: JSONColumnType<Terms>;
  readonly unit: Unit;
}

interface ObservationTable {
  readonly series_id: number;
  readonly observed_at: Instant;
  readonly recorded_at: Instant;
  readonly parser_version: number;
  readonly value: number;
  readonly capture_id: number;
  readonly at: string;
}

interface HeadlineTable {
  readonly source_id: string;
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly published_at: Instant | null;
  readonly recorded_at: Instant;
  readonly capture_id: number;
  readonly at: string;
}

interface DueTable {
  readonly model: string;
  readonly subject: string;
  readonly as_of: Instant;
  readonly known_at: Instant;
}

interface RunTable {
  readonly id: Generated<number>;
  readonly receipt: string;
  readonly model: string;
  readonly version: number;
  readonly subject: string;
  readonly as_of: Instant;
  readonly known_at: Instant;
  readonly revision: number;
  readonly question: JSONColumnType<{ readonly inputs: readonly RunInput[] }>;
  readonly output: JSONColumnType<object>;
}

interface RunInputTable {
  readonly run_id: number;
  readonly ordinal: number;
  readonly role: string;
  readonly series_id: number | null;
  readonly observed_at: Instant | null;
  readonly recorded_at: Instant | null;
  readonly parser_version: number | null;
  readonly assumption: string | null;
  readonly upstream_id: number | null;
}

interface AlertTransitionTable {
  readonly id: Generated<number>;
  readonly rule_id: string;
  readonly as_of: Instant;
  readonly from_state: string;
  readonly to_state: string;
  readonly value: number;
  readonly reference: number;
  readonly strong: boolean;
  readonly run_id: number;
  readonly reference_run_id: number;
}

interface DeliveryTable {
  readonly id: string;
  readonly transition_id: number;
  readonly channel: string;
  readonly attempts: Generated<number>;
  readonly next_attempt_at: Instant;
  readonly delivered_at: Instant | null;
  readonly given_up_at: Instant | null;
  readonly message: string | null;
}

/** A series with the number the database gave it. */
export interface StoredSeries extends SeriesKey {
  readonly id: number;
}
