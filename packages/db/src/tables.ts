/** The tables as TypeScript sees them. Instants are ISO strings, numerics and big integers are numbers: see open-db.ts. */
import type { Day, Instant, Metric, RunInput, SeriesKey, Terms, Unit } from '@bandgap/core';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export interface Tables {
  readonly slot: SlotTable;
  readonly artifact: { readonly sha256: string; readonly bytes: Buffer };
  readonly capture: CaptureTable;
  readonly reading: ReadingTable;
  readonly skip: SkipTable;
  readonly unread: { readonly capture_id: number };
  readonly held: HeldTable;
  readonly quarantine_decision: QuarantineDecisionTable;
  readonly source_rejection: SourceRejectionTable;
  readonly series: SeriesTable;
  readonly observation: ObservationTable;
  readonly headline: HeadlineTable;
  readonly signal_reading: SignalReadingTable;
  readonly signal: SignalTable;
  readonly due: DueTable;
  readonly run: RunTable;
  readonly run_input: RunInputTable;
  readonly run_source: { readonly run_id: number; readonly source_id: string };
  readonly alert_transition: AlertTransitionTable;
  readonly alert_rule: AlertRuleTable;
  readonly alert_watch: { readonly rule_id: string; readonly definition: string; readonly since: Instant };
  readonly alert_silence: AlertSilenceTable;
  readonly alert_mute: { readonly transition_id: number; readonly silence_id: number };
  readonly delivery: DeliveryTable;
  readonly disabled_channel: DisabledChannelTable;
  readonly event: EventTable;
  readonly event_retraction: { readonly key: string };
}

export type SlotOutcome = 'fetched' | 'unchanged' | 'unreachable' | 'missed';

/** A slot is due by schedule, or is the date of a version that somebody had kept. */
export type SlotOrigin = 'schedule' | 'backfill';

interface SlotTable {
  readonly source_id: string;
  readonly due_at: Instant;
  readonly outcome: SlotOutcome | null;
  readonly message: string | null;
  readonly origin: ColumnType<SlotOrigin, SlotOrigin | undefined>;
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
  readonly seen_in: number | null;
}

interface SkipTable {
  readonly capture_id: number;
  readonly parser_version: number;
  readonly code: string;
  readonly text: string;
  readonly rows: number;
}

interface HeldTable {
  readonly series_id: number;
  readonly capture_id: number;
  readonly parser_version: number;
  readonly rule: 'jump' | 'unit-change';
  readonly value: number;
}

interface QuarantineDecisionTable {
  readonly capture_id: number;
  readonly decision: 'released' | 'rejected';
  readonly author: string;
  readonly reason: string;
  readonly decided_at: Instant;
  readonly seen: readonly number[] | null;
}

interface SourceRejectionTable {
  readonly source_id: string;
  readonly from_day: Day;
  readonly to_day: Day;
  readonly author: string;
  readonly reason: string;
  readonly decided_at: Instant;
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

interface SignalReadingTable {
  readonly source_id: string;
  readonly key: string;
  readonly grammar_version: number;
}

interface SignalTable extends SignalReadingTable {
  readonly product: string;
  readonly metric: string;
  readonly period: string;
  readonly rule_id: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: string;
  readonly status: 'forecast' | 'actual' | 'revised';
  readonly prior_low: number | null;
  readonly prior_high: number | null;
  readonly span_start: number;
  readonly span_end: number;
}

interface DueTable {
  readonly model: string;
  readonly subject: string;
  readonly as_of: Instant;
  readonly known_at: Instant;
  readonly quiet: ColumnType<boolean, boolean | undefined>;
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

/** A reminder repeats a firing that lasts; a revision says otherwise than was told before. */
export type TransitionKind = 'transition' | 'reminder' | 'revised';

interface AlertTransitionTable {
  readonly id: Generated<number>;
  readonly rule_id: string;
  readonly as_of: Instant;
  readonly from_state: string;
  readonly to_state: string;
  readonly value: number | null;
  readonly reference: number | null;
  readonly strong: boolean;
  readonly run_id: number | null;
  readonly reference_run_id: number | null;
  readonly kind: TransitionKind;
  readonly unit: string | null;
  readonly since: Instant | null;
  readonly event_key: string | null;
  readonly revision: number;
}

interface AlertRuleTable {
  readonly id: string;
  readonly version: number;
  readonly rule: JSONColumnType<object> | null;
  readonly author: string;
  readonly at: Instant;
}

interface AlertSilenceTable {
  readonly id: Generated<number>;
  readonly rule_id: string;
  readonly transition_id: number | null;
  readonly author: string;
  readonly reason: string;
  readonly at: Instant;
  readonly until: Instant | null;
}

interface DeliveryTable {
  readonly id: string;
  readonly transition_id: number;
  readonly channel: string;
  readonly attempts: Generated<number>;
  readonly next_attempt_at: Instant;
  readonly claimed_until: Instant | null;
  readonly delivered_at: Instant | null;
  readonly given_up_at: Instant | null;
  readonly message: string | null;
}

interface DisabledChannelTable {
  readonly name: string;
  readonly fingerprint: string;
  readonly disabled_at: Instant;
  readonly reason: string;
}

interface EventTable {
  readonly key: string;
  readonly kind: string;
  readonly source_id: string;
  readonly subject: string;
  readonly as_of: Instant;
  readonly recorded_at: Instant;
  readonly event: JSONColumnType<Readonly<Record<string, unknown>>>;
}

/** A series with the number the database gave it. */
export interface StoredSeries extends SeriesKey {
  readonly id: number;
}
