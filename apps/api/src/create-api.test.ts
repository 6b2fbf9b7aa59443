/** What holds at every address: who is answered, with which headers, and what is said where there is nothing. */
import { systemClock } from '@bandgap/core';
import type { Query } from '@bandgap/db';
import type { Readers } from '@bandgap/views';
import { describe, expect, test } from 'vitest';
import { createApi } from './create-api.tsx';
import type { ChangeFeed } from './rest/change-feed.ts';
import { publication } from './rest/publication.ts';
import { indexReceipt, testReaders } from './test-readers.ts';

const hosts = ['localhost', '127.0.0.1', '[::1]'];

const open = (readers: Readers = testReaders) => {
  const logged: string[] = [];
  const app = createApi({
    readers,
    rest: { query: {} as Query, clock: systemClock, rules: [], publication: publication([]) },
    changes: {} as ChangeFeed,
    access: { loopback: true },
    version: '1.2.3',
    hosts,
    log: (line) => void logged.push(line),
  });
  const get = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  return { app, get, logged };
};

test.each(['/', '/one-chart', '/gpu', `/receipt/${indexReceipt}`, '/models', '/islands/main.js', '/v1/nowhere'])(
  '%s bears the headers that keep strangers out',
  async (path) => {
    const { headers } = await open().get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  },
);

describe('where there is nothing', () => {
  test('people get a page that helps', async () => {
    for (const path of ['/nowhere', '/gpu/h100/spot/nobody', '/charts/memory/none/wide.svg', '/models/abacus']) {
      const { status, body } = await open().get(path);
      expect(status).toBe(404);
      expect(body).toContain('today’s figures');
    }
  });

  test('an unknown receipt says what one looks like', async () => {
    const { status, body } = await open().get('/receipt/beef00');
    expect(status).toBe(404);
    expect(body).toContain('no receipt starts with beef00');
    expect(body).toContain('64 characters');
  });

  test('programs get a problem', async () => {
    const { status, headers, body } = await open().get('/v1/nowhere');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ title: 'Not found', status: 404, detail: expect.any(String) });
  });
});

describe('where there is something else', () => {
  test.each([
    ['/v1/indices/h100', 'there are /v1/indices, /v1/indices/{gpu}/{tenor}/{segment}, '],
    ['/v1/index', '/v1/indices, /v1/indices/{gpu}/{tenor}/{segment}, '],
    ['/v1', 'there are /v1/figures, /v1/series, '],
  ])('%s is told what there is', async (path, others) => {
    const { status, body } = await open().get(path);
    expect(status).toBe(404);
    expect(JSON.parse(body).detail).toContain(others);
  });

  test.each([
    ['POST', '/v1/figures', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/v1/models/project.floor', 'GET, POST, HEAD, OPTIONS'],
  ])('%s %s is told which methods there are', async (method, path, allowed) => {
    const refused = await open().app.request(path, { method });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toBe(allowed);
    expect(await refused.json()).toMatchObject({ type: '/docs#method-not-allowed', status: 405 });
    const asked = await open().app.request(path, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, allowed]);
  });

  test('a slash too many leads to the page without it', async () => {
    const { status, headers } = await open().get('/models/');
    expect(status).toBe(301);
    expect(new URL(headers.get('location') ?? '').pathname).toBe('/models');
  });
});

describe('when the database fails', () => {
  const failing: Readers = {
    ...testReaders,
    today: () => Promise.reject(new Error('password of the database')),
    dataTime: () => Promise.reject(new Error('password of the database')),
    ready: () => Promise.reject(new Error('connection refused')),
  };

  test('the reason is in the log and not in the answer', async () => {
    const { get, logged } = open(failing);
    const { status, body } = await get('/');
    expect(status).toBe(500);
    expect(body).not.toContain('password');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('GET / failed: Error: password of the database');
  });

  test('the server is alive and not ready', async () => {
    const { get } = open(failing);
    expect((await get('/livez')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(503);
    expect((await open().get('/readyz')).status).toBe(200);
  });
});

test('a page that did not change is not sent again', async () => {
  const { app } = open();
  const etag = (await app.request('/')).headers.get('etag') ?? '';
  const again = await app.request('/', { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test('another name that leads here gets no answer, so that no stranger’s page can read this one', async () => {
  const { app } = open();
  expect((await app.request('http://evil.example/')).status).toBe(421);
  expect((await app.request('http://evil.example/v1/figures')).headers.get('content-type')).toBe(
    'application/problem+json',
  );
  expect((await app.request('http://127.0.0.1:4180/')).status).toBe(200);
  expect((await app.request('http://[::1]:4180/')).status).toBe(200);
});
