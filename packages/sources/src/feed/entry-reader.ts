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
      link:
        text(item, 'link') ??
        attribute(first(item, 'link'), '$', 'href') ??
        attribute(first(item, 'atom:link'), '$', 'href'),
      date: firstText(item, ['pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'a10:updated', 'atom:updated']),
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
      date: firstText(entry, ['published', 'issued', 'created', 'updated', 'modified']),
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

function first(node: unknown, name: string): unknown {
  const children = member(node, name);
  return Array.isArray(children) ? children[0] : children;
}

/**
 * The text of the first child of that name: a string, or an object where the element has attributes. Undefined where
 * it has elements of its own, among which the words are lost.
 */
function text(node: unknown, name: string): string | undefined {
  const child = first(node, name);
  const value = typeof child === 'string' ? child : member(child, '_');
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return typeof child === 'object' && child !== null && Object.keys(child).some((key) => key !== '_' && key !== '$')
    ? undefined
    : value.trim();
}

const firstText = (node: unknown, names: readonly string[]): string | undefined =>
  names.map((name) => text(node, name)).find((value) => value !== undefined);
