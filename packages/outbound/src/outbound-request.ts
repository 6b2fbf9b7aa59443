/** What is asked of a server, and how the question changes along redirects. */
import { outboundUrl, type Vouches } from './outbound-url.ts';
import { acceptedCodings } from './read-body.ts';

export interface OutboundRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** From the last response: asks for a body only if it changed. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Of an answer too long to keep, the lines that are kept. Such an answer has ten minutes to arrive. */
  readonly keepLine?: ((line: string) => boolean) | undefined;
  /** Ends the request early; `request` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** One exchange with one server. */
export interface Hop {
  readonly method: NonNullable<OutboundRequest['method']>;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

export function firstHop(request: OutboundRequest, userAgent: string, vouches: Vouches): Hop {
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: request.method ?? 'GET',
    url: outboundUrl(request.url, vouches),
    headers: {
      'user-agent': userAgent,
      accept: '*/*',
      ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
      ...(request.lastModified === undefined ? {} : { 'if-modified-since': request.lastModified }),
      ...Object.fromEntries(given),
      'accept-encoding': acceptedCodings,
    },
    body: request.body ?? null,
  };
}

/** The next hop where a response redirects, else undefined. Another origin is told nothing that could be a secret. */
export function nextHop(hop: Hop, response: Redirect, vouches: Vouches): Hop | undefined {
  const {
    statusCode: status,
    headers: { location },
  } = response;
  if (!redirectStatuses.has(status) || typeof location !== 'string') return undefined;
  const url = outboundUrl(location, vouches, hop.url);
  const headers = url.origin === hop.url.origin ? hop.headers : only(harmlessHeaders, hop.headers);
  const repeats = status === 307 || status === 308 || hop.method === 'GET' || hop.method === 'HEAD';
  return repeats
    ? { ...hop, url, headers }
    : { method: 'GET', url, headers: only(harmlessHeaders, headers), body: null };
}

interface Redirect {
  readonly statusCode: number;
  readonly headers: { readonly location?: string | string[] };
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const harmlessHeaders = new Set([
  'user-agent',
  'accept',
  'accept-language',
  'accept-encoding',
  'if-none-match',
  'if-modified-since',
]);

const only = (names: ReadonlySet<string>, headers: Hop['headers']): Hop['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.has(name)));
