/** A feed as headlines: title, link, date. Bodies are never kept. */
import {
  type Artifact,
  type Headline,
  headline,
  type Instant,
  type Row,
  SourceChanged,
  sha256,
  skip,
  toInstant,
} from '@bandgap/core';
import type { FeedEntry } from './entry-reader.ts';
import { believedDate } from './feed-date.ts';
import { parseFeed } from './parse-feed.ts';

/** One headline per entry; entries without a title or a web address become skips, repeated entries are dropped. Throws SourceChanged. */
export function readFeed(artifact: Artifact): readonly Row[] {
  const { entries, isWhole } = parseFeed(artifact);
  if (!isWhole) throw new SourceChanged(`expected a whole feed, was cut off after ${entries.length} entries`);
  const fetchedAt = toInstant(artifact.fetchedAt);
  return withoutRepeats(
    entries.map((entry, index) => rowOf(entry, { url: artifact.url, fetchedAt, at: `entry[${index + 1}]` })),
  );
}

interface Place {
  /** Of the feed, against which relative addresses are read. */
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly at: string;
}

function rowOf(entry: FeedEntry, { url: feedUrl, fetchedAt, at }: Place): Row {
  const { title = '' } = entry;
  if (title === '') return skip('unknown_subject', 'an entry without a title', at);
  const url = webAddress(entry.link, feedUrl) ?? webAddress(entry.guid);
  if (url === undefined) return skip('unknown_subject', `no web address: ${title}`, at);
  const key = entry.guid ?? entry.link ?? sha256(`${title} ${entry.date}`);
  const publishedAt = believedDate(entry.date ?? '', fetchedAt);
  return headline({ key, title, url, at, ...(publishedAt !== undefined && { publishedAt }) });
}

/** Some feeds give two entries one id (SEC EDGAR: issuer and filer); the address then tells them apart. */
function withoutRepeats(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, string>();
  return rows.flatMap((row): readonly Row[] => {
    if (row.kind !== 'headline') return [row];
    const unique: Headline =
      seen.has(row.key) && seen.get(row.key) !== row.url ? { ...row, key: `${row.key} ${row.url}` } : row;
    if (seen.has(unique.key)) return [];
    seen.set(unique.key, unique.url);
    return [unique];
  });
}

function webAddress(text = '', base?: string): string | undefined {
  const isRelative = /^(?:\/|\.{1,2}\/|\?)/.test(text) && base !== undefined;
  const address = isRelative ? URL.canParse(text, base) && new URL(text, base) : URL.canParse(text) && new URL(text);
  return address !== false && /^https?:$/.test(address.protocol) ? address.href : undefined;
}
