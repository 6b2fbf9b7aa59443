/** Events as an Atom 1.0 feed (RFC 4287). Pure: the same events give the same document. */
import type { Instant } from '@bandgap/core';
import type { EventView } from '@bandgap/views';

export interface AtomFeed {
  /** Where the feed stands, for whoever reads it. */
  readonly url: string;
  readonly events: readonly EventView[];
  /** When the newest document was fetched; what a feed without entries is dated by. */
  readonly dataTime: Instant | null;
}

const never = '1970-01-01T00:00:00.000Z';

/** Events that may not be published are left out. */
export function atomFeed({ url, events, dataTime }: AtomFeed): string {
  const entries = events.filter(({ publishable }) => publishable);
  const updated = entries[0]?.recordedAt ?? dataTime ?? never;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<id>urn:bandgap:changes</id>',
    '<title>Bandgap: what changed in token prices</title>',
    `<updated>${updated}</updated>`,
    '<author><name>Bandgap</name></author>',
    `<link rel="self" type="application/atom+xml" href="${escaped(url)}"/>`,
    ...entries.map((event) => entry(event)),
    '</feed>',
    '',
  ].join('\n');
}

/** An id is made of the event, so that readers know one they have seen. */
const entry = ({ key, kind, subject, source, asOf, recordedAt, text }: EventView): string =>
  [
    '<entry>',
    `<id>urn:sha256:${key}</id>`,
    `<title>${escaped(text)}</title>`,
    `<updated>${recordedAt}</updated>`,
    `<category term="${escaped(kind)}"/>`,
    `<category term="${escaped(subject)}" label="subject"/>`,
    `<content type="text">${escaped(`${text}. In force from ${asOf.slice(0, 10)}; told by ${source}.`)}</content>`,
    '</entry>',
  ].join('\n');

/** Characters that XML 1.0 cannot hold are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
