/** Requests against a server that misbehaves in every way it can. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createOutbound, type Outbound, type OutboundOptions } from './create-outbound.ts';
import { type HostileServer, hostileServer } from './hostile-server.ts';
import { OutboundError } from './outbound-error.ts';
import type { OutboundRequest } from './outbound-request.ts';

let server: HostileServer;
let home: string;
beforeAll(async () => {
  server = await hostileServer({ '/bomb': (_request, response) => response.end(bomb), '/bomb-gzip': gzipBomb });
  home = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.close());

const bomb = Buffer.alloc(1_000_000);
const packedBomb = gzipSync(Buffer.alloc(100_000_000));
const gzipBomb = (_request: unknown, response: ServerResponse) =>
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(packedBomb);

const opened: Outbound[] = [];
function outbound(options: Partial<OutboundOptions> = {}): Outbound {
  const created = createOutbound({ userAgent: 'test', allowPrivate: ['127.0.0.1'], perHostIntervalMs: 0, ...options });
  opened.push(created);
  return created;
}
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

async function failureOf(request: OutboundRequest, options: Partial<OutboundOptions> = {}): Promise<OutboundError> {
  const outcome = await outbound(options)
    .request(request)
    .catch((error: unknown) => error);
  if (outcome instanceof OutboundError) return outcome;
  throw new Error(`expected an OutboundError, was ${JSON.stringify(outcome)}`, { cause: outcome });
}
const codeOf = async (path: string, options: Partial<OutboundOptions> = {}) =>
  (await failureOf({ url: home + path }, options)).code;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('redirects', () => {
  test('are followed, and the response says where it came from', async () => {
    const response = await outbound().request({ url: `${home}/to-text` });
    expect([response.status, response.url]).toEqual([200, `${home}/text`]);
  });

  test('are followed three times by default', async () => {
    const before = server.seen.length;
    const failure = await failureOf({ url: `${home}/loop?token=hunter2` });
    expect(failure.message).toBe(`${home}/loop: expected at most 3 redirects, was one more`);
    expect(failure.code).toBe('too_many_redirects');
    expect(server.seen.length - before).toBe(4);
  });

  test('are refused where none is allowed', async () => {
    expect(await codeOf('/to-text', { maxRedirects: 0 })).toBe('too_many_redirects');
  });

  test.each(['/to-file', '/to-broken'])('%s is refused', async (path) => {
    expect(await codeOf(path)).toBe('bad_url');
  });

  test('without a location are just a response', async () => {
    const response = await outbound().request({ url: `${home}/to-nowhere` });
    expect([response.status, textOf(response.bytes)]).toEqual([302, 'no location']);
  });

  test('303 turns a post into a get, 307 repeats it', async () => {
    const client = outbound();
    const post = {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Authorization: 'me' },
      body: 'hi',
    } as const;
    const seen = await client.request({ ...post, url: `${home}/see-other` });
    expect([seen.headers['x-method'], textOf(seen.bytes)]).toEqual(['GET', '']);
    const again = await client.request({ ...post, url: `${home}/again` });
    expect([again.headers['x-method'], textOf(again.bytes)]).toEqual(['POST', 'hi']);
    expect(server.seen.at(-1)?.headers).toMatchObject({ authorization: 'me', 'content-type': 'text/plain' });
  });

  test('tell another origin no secrets', async () => {
    const elsewhere = await hostileServer({
      '/out': (_request, response) => response.writeHead(308, { location: `${home}/text` }).end(),
    });
    const headers = { Authorization: 'Bearer hunter2', Cookie: 'a=b', 'X-Api-Key': 'hunter2', Accept: 'text/csv' };
    try {
      await outbound().request({ url: `http://127.0.0.1:${elsewhere.port}/out`, headers, etag: '"v1"' });
    } finally {
      await elsewhere.close();
    }
    expect(elsewhere.seen[0]?.headers).toMatchObject({ authorization: 'Bearer hunter2', 'x-api-key': 'hunter2' });
    const told = server.seen.at(-1)?.headers;
    expect(told).toMatchObject({ accept: 'text/csv', 'user-agent': 'test', 'if-none-match': '"v1"' });
    expect(Object.values(told ?? {}).join()).not.toMatch(/hunter2|a=b/);
  });
});

describe('bodies', () => {
  test.each(['/text', '/gzip', '/br', '/deflate', '/raw-deflate'])('%s is read whole', async (path) => {
    const { bytes } = await outbound().request({ url: home + path });
    expect(textOf(bytes)).toBe('price\n4.92\n'.repeat(1000));
  });

  test.each(['/gzip-nothing', '/no-content'])('%s is empty', async (path) => {
    expect((await outbound().request({ url: home + path })).bytes).toHaveLength(0);
  });

  test.each(['/zstd', '/gzip-twice', '/gzip-lie'])('%s is undecodable', async (path) => {
    expect(await codeOf(path)).toBe('undecodable');
  });

  test.each(['/half', '/half-chunked', '/gzip-cut'])('%s is truncated', async (path) => {
    expect(await codeOf(path)).toBe('truncated');
  });

  test('may be exactly as large as allowed', async () => {
    const { bytes } = await outbound({ maxBytes: bomb.length }).request({ url: `${home}/bomb` });
    expect(bytes).toHaveLength(bomb.length);
    expect(await codeOf('/bomb', { maxBytes: bomb.length - 1 })).toBe('too_large');
  });

  test('100 MB packed into 100 kB stops at the limit', async () => {
    const client = outbound({ maxBytes: 8_000_000 });
    await client.request({ url: `${home}/gzip` });
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 1);
    const failure = await client.request({ url: `${home}/bomb-gzip` }).catch((error: unknown) => error);
    clearInterval(watch);
    expect(failure).toMatchObject({ code: 'too_large', message: expect.stringContaining('at most 8000000 bytes') });
    expect(peak - before).toBeLessThan(50_000_000);
  });
});

describe('one deadline', () => {
  const deadlineMs = 300;

  test.each(['/no-answer', '/drip'])('%s is given up', async (path) => {
    const start = performance.now();
    const failure = await failureOf({ url: home + path }, { deadlineMs });
    expect(failure.message).toBe(`${home}${path}: expected a whole response within 300 ms, was none`);
    expect(failure.code).toBe('deadline');
    expect(performance.now() - start).toBeLessThan(5 * deadlineMs);
  });

  test('covers a resolver that never answers', async () => {
    const failure = await failureOf(
      { url: 'https://example.test/' },
      { deadlineMs, resolve: () => new Promise(() => {}) },
    );
    expect(failure.code).toBe('deadline');
  });

  test('a caller may give up earlier, with its own reason', async () => {
    const shutdown = new AbortController();
    const { signal } = shutdown;
    const asked = ['/drip', '/no-answer', '/text'].map((path) => outbound().request({ url: home + path, signal }));
    shutdown.abort(new Error('shutting down'));
    for (const each of asked) await expect(each).rejects.toThrow('shutting down');
    await expect(outbound().request({ url: `${home}/text`, signal })).rejects.toThrow('shutting down');
  });

  test('a connection that is dropped is an error before it', async () => {
    expect(await codeOf('/hang-up')).toBe('connection');
    const nobody = await hostileServer();
    await nobody.close();
    expect((await failureOf({ url: `http://127.0.0.1:${nobody.port}/` })).code).toBe('connection');
  });
});

describe('manners', () => {
  test('names itself, and accepts what it can decode', async () => {
    await outbound({ userAgent: 'bandgap/1 (+mailto:me@example.com)' }).request({ url: `${home}/text` });
    expect(server.seen.at(-1)?.headers).toMatchObject({
      'user-agent': 'bandgap/1 (+mailto:me@example.com)',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  test('asks for what changed only', async () => {
    const client = outbound();
    const first = await client.request({ url: `${home}/etag` });
    expect([first.status, first.notModified, first.headers.etag]).toEqual([200, false, '"v1"']);
    for (const known of [{ etag: '"v1"' }, { lastModified: 'yesterday' }]) {
      const later = await client.request({ url: `${home}/etag`, ...known });
      expect([later.status, later.notModified, later.bytes.length]).toEqual([304, true, 0]);
    }
  });

  test('passes on how long to wait, at most an hour', async () => {
    const busy = await outbound().request({ url: `${home}/busy` });
    expect([busy.status, busy.retryAfterSeconds]).toEqual([429, 3600]);
    expect('retryAfterSeconds' in (await outbound().request({ url: `${home}/text` }))).toBe(false);
  });

  test('comes politely', async () => {
    const sleeps: number[] = [];
    const client = outbound({
      perHostIntervalMs: 1000,
      now: () => 0,
      sleep: async (milliseconds) => void sleeps.push(milliseconds),
    });
    const visit = () => client.politely('127.0.0.1', () => client.request({ url: `${home}/text` }));
    await Promise.all([visit(), visit()]);
    expect(sleeps).toEqual([1000]);
  });
});

describe('what an error shows', () => {
  test.each([
    [{ url: 'https://example.com:22/a?token=hunter2' }, 'https://example.com:22/a?…: expected port 80 or 443, was 22'],
    [{ url: 'https://me:hunter2@example.com/a' }, /^https:\/\/example.com\/a: expected no user name/],
    [{ url: 'file:///a?hunter2' }, 'file:///a?…: expected http: or https:, was file:'],
    [
      { url: 'http://10.0.0.1/services/hunter2', method: 'POST' },
      'http://10.0.0.1/…: expected a public address, was 10.0.0.1',
    ],
    [{ url: 'hunter2' }, 'an unreadable URL: expected an absolute URL, was not one'],
  ] as const)('%j', async (request, message) => {
    const failure = await failureOf(request);
    expect(failure.message).toMatch(message);
    expect(`${failure.message} ${failure.url} ${failure.stack}`).not.toContain('hunter2');
  });
});
