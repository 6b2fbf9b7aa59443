/** rss-parser, kept to the fields we store. */
import Parser from 'rss-parser';

/** An entry of a feed, as far as the publisher filled it in. */
export interface FeedEntry {
  readonly guid?: string | undefined;
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly date?: string | undefined;
}

/**
 * rss-parser's own item builders reject the whole feed for one bad date or link, and strip the bodies we never keep with
 * expressions quadratic in their length. These two replace them.
 */
class EntryReader extends Parser {
  readonly entries: FeedEntry[] = [];

  parseItemRss(item: unknown): FeedEntry {
    return this.#kept({
      guid: text(item, 'guid') ?? attribute(item, '$', 'rdf:about'),
      title: text(item, 'title'),
      link: text(item, 'link'),
      date: text(item, 'pubDate') ?? text(item, 'dc:date'),
    });
  }

  parseItemAtom(entry: unknown): FeedEntry {
    const links = member(entry, 'link');
    const list = Array.isArray(links) ? links : [];
    const link = list.find((each) => (attribute(each, '$', 'rel') ?? 'alternate') === 'alternate');
    return this.#kept({
      guid: text(entry, 'id'),
      title: text(entry, 'title'),
      link: attribute(link, '$', 'href') ?? text(entry, 'link'),
      date: text(entry, 'published') ?? text(entry, 'updated'),
    });
  }

  #kept(entry: FeedEntry): FeedEntry {
    this.entries.push(entry);
    return entry;
  }
}

/** All entries of an RSS 0.9x, 1.0, 2.0 or Atom feed, in order; none where the text is not a feed. */
export function readEntries(xml: string): readonly FeedEntry[] {
  const reader = new EntryReader({ defaultRSS: 2 });
  // The work is done when parseString returns; only its promise is late. It fails before the first entry or not at all.
  reader.parseString(xml).catch(() => undefined);
  return reader.entries;
}

const member = (node: unknown, name: string): unknown =>
  typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;

const attribute = (node: unknown, ...path: readonly string[]): string | undefined => {
  const value = path.reduce(member, node);
  return typeof value === 'string' ? value : undefined;
};

/** The text of the first child of that name: a string, or an object where the element has attributes. */
function text(node: unknown, name: string): string | undefined {
  const children = member(node, name);
  const first: unknown = Array.isArray(children) ? children[0] : children;
  const value = typeof first === 'string' ? first : member(first, '_');
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
