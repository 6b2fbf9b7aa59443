/** How a document is brought: from the network, from a directory of recordings, or from what ships with Bandgap. */
import type { Instant } from '@bandgap/core';
import type { PreviousCapture } from '@bandgap/db';
import type { Source } from '@bandgap/sources';

export interface Errand {
  readonly source: Source;
  /** The slot that is being served. */
  readonly dueAt: Instant;
  /** The last fetch of a url of this source, for a conditional request. */
  previous(url: string, before: Instant): Promise<PreviousCapture | undefined>;
}

interface Answer {
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly httpStatus: number;
  readonly etag?: string;
  readonly lastModified?: string;
}

export type Fetched =
  | (Answer & { readonly kind: 'body'; readonly contentType: string; readonly bytes: Uint8Array })
  | (Answer & { readonly kind: 'not_modified'; readonly previous: PreviousCapture });

/** One document of several that the source did not give. */
export interface Failed {
  readonly kind: 'failed';
  readonly failure: Unreachable;
}

/** Brings the documents of a slot, and says of each that did not come why. Throws an Unreachable where there is nothing to ask for. */
export type Transport = (errand: Errand) => Promise<readonly (Fetched | Failed)[]>;

/** The source did not give its document. `final` when asking again soon would be pointless or rude. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly final: boolean;

  constructor(message: string, { final, cause }: { readonly final: boolean; readonly cause?: unknown }) {
    super(message, { cause });
    this.final = final;
  }
}
