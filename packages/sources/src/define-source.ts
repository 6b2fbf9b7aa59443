/** What a source is: a description, the requests it wants made, and a pure reading of the answer. It does no I/O. */
import type { Artifact, Instant, Row } from '@bandgap/core';

export interface SourceRequest {
  readonly url: string;
  /** GET unless there is a body. */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Appended to the query and kept nowhere: a key that the server takes in no header. */
  readonly secretQuery?: string;
  /** Name of a query parameter for the time of asking. Kept nowhere too: the same url is the same document. */
  readonly timeParameter?: string;
}

/** What a request may need beside what the source knows of itself. */
export interface RequestContext {
  /** The secret of a source that `needsKey`; it is never empty. */
  readonly key: string;
}

/**
 * How it is proved who asks, as a request is sent: by a signature over the request, or by a token that is asked for first.
 * `id` and `secret` are names of environment variables; no source sees what they hold.
 */
export type Authentication =
  | { readonly kind: 'aws_signature'; readonly service: string; readonly id: string; readonly secret: string }
  | { readonly kind: 'client_credentials'; readonly tokenUrl: string; readonly id: string; readonly secret: string };

/** What a good document has. A reading that falls short is quarantined, whatever the document claims. */
export interface Expectations {
  /** Fewest quotes, or headlines where the source is a feed. */
  readonly atLeast: number;
  /** Subjects without which the document cannot be the one we know. */
  readonly mustQuote: readonly string[];
  /** Largest share of rows that may be skipped. Rows out of scope by design do not count. */
  readonly rejectIfSkippedOver: number;
}

/** `restricted` is read for the operator's own use and never published. */
export interface Licence {
  readonly terms: 'open' | 'attribution' | 'restricted';
  readonly name: string;
  readonly attribution?: string;
}

/** A document that ships with Bandgap or with an npm package; it is stored as fetched at `releasedAt`. */
export interface BundledDocument {
  readonly releasedAt: Instant;
  body(): string;
}

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly home: string;
  readonly commodity: 'llm_api' | 'gpu_rental' | 'memory' | 'news';
  /** Raised when `parse` would read the same bytes differently. */
  readonly parserVersion: number;
  /** node-cron expression, in UTC. */
  readonly schedule: string;
  readonly staleAfterMinutes: number;
  readonly licence: Licence;
  /** Off unless named in BANDGAP_ENABLE. */
  readonly optIn: boolean;
  /** Name of the environment variable that holds the key. */
  readonly needsKey?: string;
  /** In place of a key that goes along with each request as it is. */
  readonly authentication?: Authentication;
  readonly expect: Expectations;
  readonly bundled?: BundledDocument;
  /** What its documents say depends on the day they are read, as announced prices do: the same bytes are read again each day. */
  readonly readByDay?: true;
  /** Its documents are brought by the operator, with `bandgap import`. */
  readonly imported?: true;
  requests(context: RequestContext): readonly SourceRequest[];
  /** The next page, where an answer names one. */
  follow?(artifact: Artifact, context: RequestContext): SourceRequest | undefined;
  /** Of an answer too long to keep, the lines that are kept; its first lines say what the columns are. */
  keepLine?(line: string): boolean;
  /** What may be kept of an answer: it drops what must not be stored. Nothing is stored before it has run. */
  redact?(bytes: Uint8Array): Uint8Array;
  /** Throws when the document has not the shape we were taught. */
  parse(artifact: Artifact): readonly Row[];
}

/** The environment variables without which it is off. */
export const variablesOf = ({ needsKey, authentication }: Source): readonly string[] => [
  ...(needsKey === undefined ? [] : [needsKey]),
  ...(authentication === undefined ? [] : [authentication.id, authentication.secret]),
];

/** `licensed` names restricted sources whose licence to republish the operator says to hold. */
export const isPublishable = ({ id, licence }: Source, licensed: readonly string[] = []): boolean =>
  licence.terms !== 'restricted' || licensed.includes(id);
