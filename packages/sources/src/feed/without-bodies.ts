/** A feed cut down to what may be stored where its text may not: titles, links, ids and dates. */
import { SourceChanged } from '@bandgap/core';
import type { FeedEntry } from './entry-reader.ts';
import { parseFeed } from './parse-feed.ts';

/** The same entries as RSS in UTF-8, which its first bytes say, whatever the HTTP header does. Nothing at all of a body that is no feed. */
export function withoutBodies(bytes: Uint8Array): Uint8Array {
  const feed = entriesIn(bytes);
  if (feed === undefined) return new Uint8Array();
  const items = feed.entries.map(itemOf).join('');
  const end = feed.isWhole ? '</channel></rss>\n' : '';
  return new TextEncoder().encode(`\uFEFF<rss version="2.0"><channel>\n${items}${end}`);
}

function entriesIn(bytes: Uint8Array) {
  try {
    return parseFeed({ bytes, contentType: '' });
  } catch (error) {
    if (error instanceof SourceChanged) return undefined;
    throw error;
  }
}

const itemOf = ({ guid, title, link, date }: FeedEntry): string =>
  `<item>${element('title', title)}${element('link', link)}${element('guid', guid)}${element('pubDate', date)}</item>\n`;

/** Titles are text, which is read as HTML again: what looks like a tag in them is escaped once for each. */
const element = (name: string, text = ''): string =>
  text === '' ? '' : `<${name}>${escaped(name === 'title' ? escaped(text) : text)}</${name}>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
