/** Headlines of news feeds. */
import type { Headline } from '@bandgap/core';
import type { Query } from '../open-db.ts';
import type { StoredCapture } from './capture.ts';

/** Keeps the headlines that are new; a feed repeats the others. */
export async function insertHeadlines(
  query: Query,
  { capture, headlines }: { readonly capture: StoredCapture; readonly headlines: readonly Headline[] },
): Promise<void> {
  if (headlines.length === 0) return;
  await query
    .insertInto('headline')
    .values(
      headlines.map(({ key, title, url, publishedAt, at }) => ({
        source_id: capture.sourceId,
        key,
        title,
        url,
        published_at: publishedAt ?? null,
        recorded_at: capture.fetchedAt,
        capture_id: capture.id,
        at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
