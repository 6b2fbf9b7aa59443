/** What came back, whole. */
import type { Dispatcher } from 'undici';
import type { Hop } from './outbound-request.ts';
import { type Kept, readBody } from './read-body.ts';
import { retryAfterSeconds } from './retry-after.ts';

export interface OutboundResponse {
  readonly status: number;
  /** Names in lower case; a repeated header's values are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, decompressed. Empty where `notModified`. */
  readonly bytes: Uint8Array;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** The server says that what `etag` or `lastModified` named is still current. */
  readonly notModified: boolean;
  /** How long the server asks to wait before the next request, at most an hour. */
  readonly retryAfterSeconds?: number;
}

/** Reads the rest of the answer to `hop`. Throws Refused where the body is not whole, readable and small enough. */
export async function wholeResponse(
  hop: Hop,
  response: Dispatcher.ResponseData,
  kept: Kept,
): Promise<OutboundResponse> {
  const status = response.statusCode;
  const headers = Object.fromEntries(Object.entries(response.headers).map(flat));
  const bodyless = hop.method === 'HEAD' || status === 204 || status === 304 || headers['content-length'] === '0';
  const coding = bodyless ? 'identity' : (headers['content-encoding'] ?? 'identity').toLowerCase();
  const bytes = await readBody(response.body, coding, kept);
  const wait = retryAfterSeconds({ retryAfter: headers['retry-after'], date: headers.date });
  return {
    status,
    headers,
    bytes,
    url: hop.url.href,
    notModified: status === 304,
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

const flat = ([name, value]: readonly [string, string | string[] | undefined]) =>
  [name, [value ?? []].flat().join(', ')] as const;
