/** Readings of several parsers stand beside each other; the newest parser has the last word on a capture. */
import { sql } from 'kysely';

export const isNewest = sql`not exists (
  select from reading newer where newer.capture_id = reading.capture_id and newer.parser_version > reading.parser_version
)`;
