/** The body of a feed as its entries, read by rss-parser, or where that finds none by a more tolerant reader. */
import { SourceChanged } from '@bandgap/core';
import { load } from 'cheerio/slim';
import { decodeXml, withPunctuation, type XmlBytes } from './decode-xml.ts';
import { type FeedEntry, readEntries } from './entry-reader.ts';
import { repairXml } from './repair-xml.ts';
import { readTolerantly } from './tolerant-reader.ts';

export interface ParsedFeed {
  readonly parser: 'rss-parser' | 'tolerant';
  /** Whether the document reaches its end. */
  readonly isWhole: boolean;
  /** Titles as plain text, the other fields as printed. */
  readonly entries: readonly FeedEntry[];
}

const longestTitle = 500;

/** A feed without entries is a feed. Throws SourceChanged where the body is none, or built to hang a parser. */
export function parseFeed(body: XmlBytes): ParsedFeed {
  const xml = repairXml(decodeXml(body));
  const base = rootBase.exec(xml.slice(0, 2000))?.[1];
  const finished = (entry: FeedEntry) => withPlainTitle(withAbsoluteLink(entry, base));
  const strict = readEntries(xml);
  if (strict.length > 0) return { parser: 'rss-parser', isWhole: true, entries: withTitles(strict, xml).map(finished) };
  const feed = readTolerantly(xml);
  if (feed === undefined) throw new SourceChanged(`expected a feed, was ${JSON.stringify(xml.slice(0, 80))}`);
  return { parser: 'tolerant', isWhole: feed.isWhole, entries: feed.entries.map(finished) };
}

/** Titles with markup of their own, as XHTML in Atom, which rss-parser takes apart. */
function withTitles(entries: readonly FeedEntry[], xml: string): readonly FeedEntry[] {
  if (entries.every(({ title }) => title !== undefined)) return entries;
  const tolerant = readTolerantly(xml)?.entries ?? [];
  if (tolerant.length !== entries.length) return entries;
  return entries.map((entry, index) => ({ ...entry, title: entry.title ?? tolerant[index]?.title }));
}

const rootBase = /<(?:[\w.-]+:)?(?:feed|rss|RDF|channel)\s[^<>]*\bxml:base\s*=\s*["']([^"'<>]+)["']/i;

const withAbsoluteLink = (entry: FeedEntry, base: string | undefined): FeedEntry =>
  entry.link !== undefined && base !== undefined && URL.canParse(entry.link, base)
    ? { ...entry, link: new URL(entry.link, base).href }
    : entry;

const withPlainTitle = (entry: FeedEntry): FeedEntry => ({ ...entry, title: plainText(entry.title ?? '') });

/** Titles are HTML more often than not: tags dropped, entities decoded. Cut first, for parsing HTML is quadratic in its depth. */
const plainText = (title: string) =>
  load(withPunctuation(title.slice(0, longestTitle)), null, false)
    .text()
    .replaceAll(/\s+/g, ' ')
    .trim();
