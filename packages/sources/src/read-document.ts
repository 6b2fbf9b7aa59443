/** From bytes to rows: the one way a document is read. */
import { type Artifact, type Quote, type Row, SourceChanged, skip, toInstant } from '@bandgap/core';
import { ZodError, z } from 'zod';
import type { Source } from './define-source.ts';

const oldest = '2000-01-01T00:00:00.000Z';

/** The rows of a document. Quotes dated before 2000 or after the fetch become skips. Throws SourceChanged where the document cannot be read. */
export function readDocument(source: Source, artifact: Artifact): readonly Row[] {
  const fetchedAt = toInstant(artifact.fetchedAt);
  return parsed(source, artifact).map((row) => {
    if (row.kind !== 'quote' || isDatedSanely(row, fetchedAt)) return row;
    return skip('implausible', `${row.series.subject} observed at ${row.observedAt}, fetched at ${fetchedAt}`, row.at);
  });
}

function parsed(source: Source, artifact: Artifact): readonly Row[] {
  try {
    return source.parse(artifact);
  } catch (cause) {
    const { url, contentType, bytes } = artifact;
    throw new SourceChanged(`${source.id}: ${reasonOf(cause)} (${url}, ${contentType}, ${bytes.length} bytes)`, {
      cause,
    });
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof ZodError) return z.prettifyError(cause);
  return cause instanceof Error ? cause.message : String(cause);
}

const isDatedSanely = ({ observedAt }: Quote, fetchedAt: string) =>
  observedAt === undefined || (observedAt >= oldest && observedAt <= fetchedAt);
