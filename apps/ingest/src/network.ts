/** Documents from the network: conditional, polite, and told apart by whether asking again makes sense. */
import { addMinutes, type Clock, type Instant } from '@bandgap/core';
import { type Outbound, OutboundError, type OutboundResponse } from '@bandgap/outbound';
import { type SourceRequest, variablesOf } from '@bandgap/sources';
import { type Ask, type Proof, proofOf } from './authentication.ts';
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

  /** The request is made when its turn has come, for a signature ages. */
  const ask: Ask = async (url, request) => {
    const { host } = new URL(url);
    const until = waiting.get(host);
    if (until !== undefined && until > clock())
      throw new Unreachable(`${host} asked to wait until ${until}`, { final: true });

    const answer = outbound.politely(host, () => outbound.request(request()));
    const response = await answer.catch((error: unknown) => {
      throw unreachable(error);
    });
    if (response.retryAfterSeconds !== undefined && response.status >= 400) {
      waiting.set(host, addMinutes(clock(), response.retryAfterSeconds / 60));
    }
    if (response.status !== 200 && !response.notModified) throw badStatus({ ...response, url });
    return response;
  };

  async function fetchOne(
    { source, previous: before }: Errand,
    request: SourceRequest,
    proof: Proof,
  ): Promise<Fetched> {
    const { url } = request;
    const previous = await before(url, clock());
    const response = await ask(url, () => {
      const sent = { ...request, url: sentUrl(request, clock()) };
      return {
        ...sent,
        headers: { ...request.headers, ...proof(sent, clock()) },
        keepLine: source.keepLine,
        ...(previous?.etag === undefined ? {} : { etag: previous.etag }),
        ...(previous?.lastModified === undefined ? {} : { lastModified: previous.lastModified }),
      };
    });
    const answer = { url, fetchedAt: clock(), httpStatus: response.status, ...validators(response) };
    if (!response.notModified) {
      const contentType = response.headers['content-type'] ?? 'application/octet-stream';
      return { ...answer, kind: 'body', contentType, bytes: response.bytes };
    }
    if (previous === undefined) throw badStatus({ ...response, url });
    return { ...answer, kind: 'not_modified', previous };
  }

  return async (errand) => {
    const { source } = errand;
    const missing = variablesOf(source).filter((name) => (secret(name) ?? '') === '');
    if (missing.length > 0) throw new Unreachable(`${source.id} needs ${missing.join(' and ')}`, { final: true });
    const held = (name: string) => secret(name) ?? '';
    const key = source.needsKey === undefined ? '' : held(source.needsKey);
    const proof = await proofOf(source.authentication, { secret: held, ask });

    const fetched: (Fetched | Failed)[] = [];
    const open = [...source.requests({ key })];
    for (let request = open.shift(); request !== undefined && fetched.length < mostPages; request = open.shift()) {
      const document = await fetchOne(errand, request, proof).catch(asFailed);
      fetched.push(document);
      if (fetched.length >= enough && fetched.slice(-enough).every(({ kind }) => kind === 'failed')) break;
      const next =
        document.kind === 'body' ? source.follow?.({ ...document, sourceId: source.id }, { key }) : undefined;
      if (next !== undefined) open.unshift(next);
    }
    return fetched;
  };
}

/** With what is kept nowhere. */
function sentUrl({ url, secretQuery, timeParameter }: SourceRequest, now: Instant): string {
  const time = timeParameter === undefined ? undefined : `${timeParameter}=${encodeURIComponent(now)}`;
  return [url, secretQuery, time].filter((part) => part !== undefined).join('&');
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
