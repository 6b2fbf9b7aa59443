/** A series as JSON, the way the rest of the code knows it. */
import { sql } from 'kysely';

export const seriesKey = sql`jsonb_build_object(
  'source', series.source_id, 'subject', series.subject, 'metric', series.metric,
  'venue', series.venue, 'terms', series.terms, 'unit', series.unit
)`;
