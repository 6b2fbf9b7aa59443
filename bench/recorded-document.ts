/** One recorded document, as it was fetched. */
import type { Artifact } from '@bandgap/core';
import type { Recordings } from '@bandgap/ingest';
import { type Source, sourceById } from '@bandgap/sources';

/** The newest recording of LiteLLM's list. */
export async function litellmOf(
  recordings: Recordings,
): Promise<{ readonly source: Source; readonly artifact: Artifact }> {
  const source = sourceById('litellm');
  const slot = recordings.slots(['litellm']).at(-1);
  if (source === undefined || slot === undefined) throw new Error('expected a recording of litellm, found none');
  const [document] = await recordings.transport({ source, dueAt: slot.dueAt, previous: async () => undefined });
  if (document?.kind !== 'body') throw new Error(`expected a body of litellm at ${slot.dueAt}`);
  return { source, artifact: { ...document, sourceId: source.id } };
}
