/** Reads the feeds a strict parser rejects: tags that do not match, roots with a prefix, documents that end early. */
import { SourceChanged } from '@bandgap/core';
import type { FeedEntry } from './entry-reader.ts';
import { type Token, xmlTokens } from './xml-tokens.ts';

export interface TolerantFeed {
  readonly entries: readonly FeedEntry[];
  /** Whether the root element is closed at the end, or the channel in it, after which RSS has nothing more. */
  readonly isWhole: boolean;
}

/** Real feeds nest a dozen deep, and some of their tags are never closed. */
const deepestAllowed = 512;

const roots = new Set(['rss', 'feed', 'rdf', 'channel']);
const entryNames = new Set(['item', 'entry']);
/** They have a title and a link of their own. */
const containers = ['source', 'author', 'contributor', 'image'];

type Field = keyof FeedEntry;
const fields: ReadonlyMap<string, Field> = new Map([
  ['title', 'title'],
  ['link', 'link'],
  ['guid', 'guid'],
  ['id', 'guid'],
  ['pubdate', 'date'],
  ['published', 'date'],
  ['issued', 'date'],
  ['created', 'date'],
  ['updated', 'date'],
  ['modified', 'date'],
  ['dc:date', 'date'],
  ['dcterms:issued', 'date'],
  ['dcterms:created', 'date'],
  ['a10:updated', 'date'],
  ['atom:updated', 'date'],
]);

/** Undefined where the root element is not that of a feed. Throws SourceChanged on elements nested deeper than 512. */
export function readTolerantly(xml: string): TolerantFeed | undefined {
  const reader = new TolerantReader();
  for (const token of xmlTokens(xml)) {
    reader.take(token);
    if (reader.isOther) return undefined;
  }
  return reader.feed();
}

class TolerantReader {
  readonly #open: string[] = [];
  readonly #entries: FeedEntry[] = [];
  #root: string | undefined;
  #closed = false;
  #entry: { -readonly [field in Field]?: string } | undefined;
  #entryDepth = 0;
  #prefix = '';
  #field: { readonly name: Field; readonly depth: number; text: string } | undefined;

  get isOther(): boolean {
    return this.#root !== undefined && !roots.has(localName(this.#root));
  }

  take(token: Token): void {
    if (token.kind === 'text') {
      if (this.#field !== undefined) this.#field.text += token.text;
    } else if (token.kind === 'close') this.#close(token.name.toLowerCase());
    else this.#start(token.name.toLowerCase(), token);
  }

  feed(): TolerantFeed | undefined {
    if (this.#root === undefined) return undefined;
    this.#endEntry();
    return { entries: this.#entries, isWhole: this.#closed };
  }

  #start(name: string, { attributes, isEmpty }: { readonly attributes: string; readonly isEmpty: boolean }): void {
    this.#root ??= name;
    if (entryNames.has(localName(name))) {
      this.#endEntry();
      this.#entry = {};
      this.#entryDepth = this.#open.length;
      this.#prefix = name.slice(0, -localName(name).length);
      const about = attribute(attributes, 'rdf:about');
      if (about !== undefined) this.#entry.guid = about;
    } else this.#startField(name, attributes);

    if (isEmpty) this.#closed = this.#open.length === 0;
    else if (this.#open.push(name) > deepestAllowed)
      throw new SourceChanged(`refused XML nested deeper than ${deepestAllowed} elements`);
  }

  #startField(name: string, attributes: string): void {
    const field = fields.get(name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name);
    if (this.#entry === undefined || this.#field !== undefined || field === undefined) return;
    if (this.#open.slice(this.#entryDepth).some((open) => containers.includes(localName(open)))) return;
    if (this.#entry[field] !== undefined && !/(?:published|issued)$/.test(name)) return;
    const href = field === 'link' ? attribute(attributes, 'href') : undefined;
    if (href === undefined) this.#field = { name: field, depth: this.#open.length, text: '' };
    else if ((attribute(attributes, 'rel') ?? 'alternate') === 'alternate') this.#entry.link = href;
  }

  /** Closes the innermost element of that name and all that is open inside it; an end tag without a start is passed over. */
  #close(name: string): void {
    const depth = this.#open.lastIndexOf(name);
    if (depth < 0) return;
    this.#open.length = depth;
    this.#closed = depth === 0 || (depth === 1 && name === 'channel' && this.#root === 'rss');
    if (this.#field !== undefined && depth <= this.#field.depth) this.#endField();
    if (entryNames.has(localName(name))) this.#endEntry();
  }

  #endField(): void {
    const text = this.#field?.text.trim() ?? '';
    if (this.#entry !== undefined && this.#field !== undefined && text !== '') this.#entry[this.#field.name] = text;
    this.#field = undefined;
  }

  #endEntry(): void {
    this.#endField();
    if (this.#entry !== undefined) this.#entries.push(this.#entry);
    this.#entry = undefined;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attribute(attributes: string, name: string): string | undefined {
  const [, doubly, singly] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes) ?? [];
  return (doubly ?? singly)?.replaceAll('&amp;', '&');
}
