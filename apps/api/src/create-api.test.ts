/** Every page, its data as JSON, and what the server says where there is nothing. */

import type { Readers } from '@bandgap/views';
import { describe, expect, test } from 'vitest';
import { createApi } from './create-api.tsx';
import { emptyReaders, figures, floorReceipt, hostile, indexReceipt, oneChart, testReaders } from './test-readers.ts';

const hosts = ['localhost', '127.0.0.1', '[::1]'];
const open = (readers: Readers = testReaders) => {
  const logged: string[] = [];
  const app = createApi({ readers, version: '1.2.3', hosts, log: (line) => void logged.push(line) });
  const get = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  return { app, get, logged };
};

const pages = [
  ['/', '/api/v1/today'],
  ['/one-chart', '/api/v1/one-chart'],
  ['/gpu', '/api/v1/gpu'],
  ['/gpu/h100/on_demand/neocloud', '/api/v1/gpu/h100/on_demand/neocloud'],
  [`/receipt/${indexReceipt.slice(0, 12)}`, `/api/v1/receipt/${indexReceipt.slice(0, 12)}`],
  ['/sources', '/api/v1/sources'],
] as const;

describe.each(pages)('%s', (path, apiPath) => {
  test('is a whole page that says which code wrote it', async () => {
    const { status, headers, body } = await open().get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(body).toMatch(/^<!doctype html><html lang="en">.*<\/html>$/s);
    expect(body).toContain('Bandgap 1.2.3');
  });

  test('needs no script, carries no inline style, and escapes what sources say', async () => {
    const { body } = await open().get(path);
    expect(body).not.toMatch(/<script|<style| style=| on\w+=["']/);
    expect(body).not.toContain(hostile);
  });

  test('links only to places there are', async () => {
    const { get } = open();
    const { body } = await get(path);
    const links = [...body.matchAll(/(?:href|src|srcset)="(\/[^"#]*)[^"]*"/g)].map(([, to = '']) => to);
    expect(links).toContain('/style.css');
    for (const to of new Set(links)) {
      if (!to.startsWith('/receipt/') && !to.startsWith('/charts/memory/'))
        expect((await get(to)).status, to).toBe(200);
    }
  });

  test('has the same data as JSON', async () => {
    const { status, headers, body } = await open().get(apiPath);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(JSON.parse(body)).toBeTypeOf('object');
  });

  test('bears the headers that keep strangers out', async () => {
    for (const { headers } of [await open().get(path), await open().get(apiPath)]) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'; img-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('is there before anything was computed, or says what is missing', async () => {
    const { status, body } = await open(emptyReaders).get(path);
    expect(status).toBe(path === '/one-chart' ? 404 : 200);
    expect(body).toContain('</html>');
  });
});

describe('today', () => {
  test('puts the five figures first, each with unit, date and receipt', async () => {
    const { body } = await open().get('/');
    const strip = body.slice(body.indexOf('class="strip"'), body.indexOf('</ul>'));
    for (const text of ['$4.92', '$9.63', '$12.25', '$2.35', '$0.99', '$48.90', 'USD/MTok', '2026-11-20']) {
      expect(strip).toContain(text);
    }
    expect(strip).toContain(`href="/receipt/${floorReceipt.slice(0, 12)}"`);
    expect(strip).toContain('9 sources; $2.30 to $2.41 with any one left out; 18.7 % above its floor of $1.98');
    expect(strip).toContain('not for republication');
  });

  test('names what fires and what changed', async () => {
    const { body } = await open().get('/');
    expect(body).toContain('below its floor of $1.98, whichever single source is left out');
    expect(body).toContain('−6 %');
    expect(body).toContain('Data to <time');
  });

  test('as JSON says which figures may not be published again', async () => {
    const { body } = await open().get('/api/v1/today');
    const sent: { figures: { id: string; publishable: boolean }[] } = JSON.parse(body);
    expect(sent.figures).toEqual(figures);
  });
});

test('an index shows who counted, who did not and why, each price leading to its input', async () => {
  const { body } = await open().get('/gpu/h100/on_demand/neocloud');
  const to = `/receipt/${indexReceipt.slice(0, 12)}`;
  expect(body).toContain(`href="${to}#input-0"`);
  expect(body).toContain(`href="${to}#input-1"`);
  expect(body).toContain('resells the capacity of others');
  expect(body).toContain('an indication of what was known at');
});

test('a receipt leads to url, time, place, hash and the command that checks it', async () => {
  const { body } = await open().get(`/receipt/${indexReceipt}`);
  for (const text of [
    'bandgap verify 9b52ec543cd4',
    'https://gpurentalprices.com/api/prices.json',
    '2026-11-20 06:00 UTC',
    '/offers/3/usd_hr',
    'ab'.repeat(32),
    'CC BY 4.0',
    `href="/receipt/${floorReceipt.slice(0, 12)}"`,
  ]) {
    expect(body).toContain(text);
  }
});

test('the one chart says what is calibrated and what a ceiling leaves', async () => {
  const { body } = await open().get('/one-chart');
  expect(body).toContain('calibrated');
  const [conservative, parity] = oneChart.ceilings;
  expect(conservative?.irr).toBeCloseTo(1.11, 3);
  expect(parity?.irr).toBeCloseTo(2.22, 2);
  expect(parity?.irrWithoutPrepayment).toBeCloseTo(0.779, 3);
  expect(body).toContain('222.0 %');
  expect(body).toContain('$239,2');
});

describe.each([
  ['/charts/one-chart', 'VR NVL72: rental price and IRR'],
  ['/charts/iso-irr', 'VR NVL72: rental and system price'],
  ['/charts/gpu/h100/on_demand/neocloud', 'H100 on demand'],
  ['/charts/tokens/anthropic/claude-opus-4-7', 'script'],
])('%s', (path, title) => {
  test.each(['wide', 'narrow'])('is an SVG document, %s', async (size) => {
    const { status, headers, body } = await open().get(`${path}/${size}.svg`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/svg+xml');
    expect(body).toMatch(/^<svg .*<\/svg>$/s);
    expect(body).toContain(title);
    expect(body).not.toContain('<script');
  });
});

describe('where there is nothing', () => {
  test('people get a page that helps', async () => {
    for (const path of ['/nowhere', '/gpu/h100/spot/nobody', '/charts/memory/none/wide.svg']) {
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
    for (const path of ['/api/v1/nowhere', '/api/v1/receipt/beef00', '/api/v1/gpu/h100/spot/nobody']) {
      const { status, headers, body } = await open().get(path);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(JSON.parse(body)).toMatchObject({ title: 'Not found', status: 404, detail: expect.any(String) });
    }
  });
});

describe('when the database fails', () => {
  const failing: Readers = {
    ...testReaders,
    today: () => Promise.reject(new Error('password of the database')),
    ready: () => Promise.reject(new Error('connection refused')),
  };
  test('the reason is in the log and not in the answer', async () => {
    const { get, logged } = open(failing);
    for (const path of ['/', '/api/v1/today']) {
      const { status, body } = await get(path);
      expect(status).toBe(500);
      expect(body).not.toContain('password');
    }
    expect(logged).toHaveLength(2);
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
  expect((await app.request('http://evil.example/api/v1/today')).headers.get('content-type')).toBe(
    'application/problem+json',
  );
  expect((await app.request('http://127.0.0.1:4180/')).status).toBe(200);
  expect((await app.request('http://[::1]:4180/')).status).toBe(200);
});
