/** The bytes of one response, with where and when they were fetched. */
import type { Instant } from './time.ts';

export interface Artifact {
  readonly sourceId: string;
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The body as UTF-8 text, without a byte order mark. Throws a TypeError where the bytes are not UTF-8. */
export const textOf = (artifact: Artifact): string => new TextDecoder('utf-8', { fatal: true }).decode(artifact.bytes);

/** The body as JSON. Throws a TypeError where the bytes are not UTF-8 and a SyntaxError where they are not JSON. */
export const jsonOf = (artifact: Artifact): unknown => JSON.parse(textOf(artifact));
