/** Documents from the network: conditional, polite, and told apart by whether asking again makes sense. */
import { addMinutes, type Clock, type Instant } from '@bandgap/core';
import { type Outbound, OutboundError, type OutboundResponse } from '@bandgap/outbound';
import type { SourceRequest } from '@bandgap/sources';
import { type Errand, type Failed, type Fetched, type Transport, Unreachable } from './transport.ts';

export interface Network {
  readonly outbound: Outbound;
  readonly clock: Clock;
  /** The secret in the variable of that name. */
  secret(name: string): string | undefined;
}

export function network({ outbound, clock, secret }: Network): Transport {
  /** Hosts that asked us to wait, and until when. */
  const waiting = new Map<string, Instant>();

  async function fetchOne(errand: Errand, request: SourceRequest): Promise<Fetched> {
    const { host } = new URL(request.url);
    const until = waiting.get(host);
    if (until !== undefined && until > clock())
      throw new Unreachable(`${host} asked to wait until ${until}`, { final: true });

    const previous = await errand.previous(request.url, clock());
    const { secretQuery, ...stored } = request;
    const ask = () =>
      outbound.request({
        ...stored,
        keepLine: errand.source.keepLine,
        url: secretQuery === undefined ? stored.url : `${stored.url}&${secretQuery}`,
        ...(previous?.etag === undefined ? {} : { etag: previous.etag }),
        ...(previous?.lastModified === undefined ? {} : { lastModified: previous.lastModified }),
      });
    const response = await outbound.politely(host, ask).catch((error: unknown) => {
      throw unreachable(error);
    });
    if (response.retryAfterSeconds !== undefined && response.status >= 400) {
      waiting.set(host, addMinutes(clock(), response.retryAfterSeconds / 60));
    }
    const answer = { url: request.url, fetchedAt: clock(), httpStatus: response.status, ...validators(response) };
    if (response.notModified && previous !== undefined) return { ...answer, kind: 'not_modified', previous };
    if (response.status !== 200) throw badStatus({ ...response, url: request.url });
    const contentType = response.headers['content-type'] ?? 'application/octet-stream';
    return { ...answer, kind: 'body', contentType, bytes: response.bytes };
  }

  return async (errand) => {
    const { source } = errand;
    const key = source.needsKey === undefined ? '' : secret(source.needsKey);
    if (key === undefined) throw new Unreachable(`${source.id} needs ${source.needsKey}`, { final: true });

    const fetched: (Fetched | Failed)[] = [];
    const open = [...source.requests({ key })];
    for (let request = open.shift(); request !== undefined && fetched.length < mostPages; request = open.shift()) {
      const document = await fetchOne(errand, request).catch(asFailed);
      fetched.push(document);
      if (fetched.length >= enough && fetched.slice(-enough).every(({ kind }) => kind === 'failed')) break;
      const next =
        document.kind === 'body' ? source.follow?.({ ...document, sourceId: source.id }, { key }) : undefined;
      if (next !== undefined) open.unshift(next);
    }
    return fetched;
  };
}

/** One document that fails does not lose the others. Where this many fail in a row, the rest is not asked for. */
const enough = 3;

function asFailed(failure: unknown): Failed {
  if (failure instanceof Unreachable) return { kind: 'failed', failure };
  throw failure;
}

/** A source that names further pages without end is cut off here. */
const mostPages = 200;

function validators({ headers }: OutboundResponse) {
  return {
    ...(headers.etag === undefined ? {} : { etag: headers.etag }),
    ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
  };
}

/** A server in trouble may recover in a moment; one that refuses us means it. */
function badStatus({ status, url, retryAfterSeconds }: OutboundResponse): Unreachable {
  const troubled = status === 408 || status >= 500;
  return new Unreachable(`${url} answered ${status}, expected 200`, {
    final: !troubled || retryAfterSeconds !== undefined,
  });
}

function unreachable(error: unknown): unknown {
  if (!(error instanceof OutboundError)) return error;
  const mayRecover = error.code === 'connection' || error.code === 'deadline' || error.code === 'truncated';
  return new Unreachable(error.message, { final: !mayRecover, cause: error });
}
