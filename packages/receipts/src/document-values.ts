/** The values of stored documents, read again from their bytes; each document once. */
import { canonicalJson, type Quote, type SeriesKey, sha256 } from '@bandgap/core';
import { artifactOf, type Provenance, type Query } from '@bandgap/db';
import { readDocument, sourceById } from '@bandgap/sources';

export class DocumentValues {
  readonly #query: Query;
  readonly #documents = new Map<number, Promise<ReadDocument>>();

  constructor(query: Query) {
    this.#query = query;
  }

  /** The value of a series at its place in a document, or what stands in the way of it. */
  async at({ captureId, sha256: hash, at }: Provenance, { source, ...series }: SeriesKey): Promise<string> {
    const document = this.#documents.get(captureId) ?? this.#read(captureId, hash);
    this.#documents.set(captureId, document);
    const read = await document;
    if (read.kind === 'unreadable') return read.why;
    const wanted = canonicalJson(series);
    const quote = read.quotes.get(at)?.find((each) => canonicalJson(each.series) === wanted);
    return quote === undefined || read.source !== source ? 'nothing there' : String(quote.value);
  }

  async #read(captureId: number, hash: string): Promise<ReadDocument> {
    const artifact = await artifactOf(this.#query, captureId);
    if (sha256(artifact.bytes) !== hash) return { kind: 'unreadable', why: 'other bytes' };
    const source = sourceById(artifact.sourceId);
    if (source === undefined) return { kind: 'unreadable', why: `no source ${artifact.sourceId}` };
    const quotes = new Map<string, Quote[]>();
    for (const row of readDocument(source, artifact))
      if (row.kind === 'quote') quotes.set(row.at, [...(quotes.get(row.at) ?? []), row]);
    return { kind: 'read', source: source.id, quotes };
  }
}

type ReadDocument =
  | { readonly kind: 'unreadable'; readonly why: string }
  | {
      readonly kind: 'read';
      readonly source: string;
      /** By their place in the document. */
      readonly quotes: ReadonlyMap<string, readonly Quote[]>;
    };
