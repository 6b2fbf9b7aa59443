/** From an input of a run to the document it was read from. */
import type { Instant } from '@bandgap/core';
import type { Query } from '../open-db.ts';
import type { SlotOrigin } from '../tables.ts';

/** Where in which stored document an observed input stands. */
export interface Provenance {
  /** Position of the input in the question of the run. */
  readonly ordinal: number;
  readonly captureId: number;
  readonly sourceId: string;
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly sha256: string;
  readonly at: string;
  readonly parserVersion: number;
  /** Whether it was fetched when it was due, or is a dated version that somebody had kept. */
  readonly origin: SlotOrigin;
}

/** The documents behind the observed inputs of a run, in the order of the inputs. */
export const provenanceOf = (query: Query, runId: number): Promise<readonly Provenance[]> =>
  query
    .selectFrom('run_input as input')
    .innerJoin('observation', (join) =>
      join
        .onRef('observation.series_id', '=', 'input.series_id')
        .onRef('observation.observed_at', '=', 'input.observed_at')
        .onRef('observation.recorded_at', '=', 'input.recorded_at')
        .onRef('observation.parser_version', '=', 'input.parser_version'),
    )
    .innerJoin('capture', 'capture.id', 'observation.capture_id')
    .innerJoin('slot', (join) =>
      join.onRef('slot.source_id', '=', 'capture.source_id').onRef('slot.due_at', '=', 'capture.slot'),
    )
    .select([
      'input.ordinal',
      'capture.id as captureId',
      'capture.source_id as sourceId',
      'capture.url',
      'capture.fetched_at as fetchedAt',
      'capture.sha256',
      'observation.at',
      'observation.parser_version as parserVersion',
      'slot.origin',
    ])
    .where('input.run_id', '=', runId)
    .orderBy('input.ordinal')
    .execute();

/** The text of a question as it was stored, to the byte. */
export async function storedQuestion(query: Query, runId: number): Promise<string> {
  const { question } = await query
    .selectFrom('run')
    .select(({ cast }) => cast<string>('question', 'text').as('question'))
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  return question;
}
