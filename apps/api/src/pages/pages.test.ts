/** Every page with hand-written figures: whole, harmless, linked, and honest about what is missing. */
import type { Readers } from '@bandgap/views';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { emptyReaders, floorReceipt, hostile, indexReceipt, testReaders } from '../test-readers.ts';
import { mountPages } from './mount-pages.ts';

function open(readers: Readers = testReaders) {
  const app = new Hono();
  mountPages(app, { readers, version: '1.2.3' });
  return async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}

const index = '/gpu/h100/on_demand/neocloud';
const pages = [
  '/',
  '/one-chart',
  '/one-chart?systemPrice=129551&name=Dearer',
  '/one-chart?system=gb300-nvl72',
  '/gpu',
  '/gpu/h100',
  index,
  `${index}?knownAt=2026-11-20`,
  '/tokens',
  '/tokens/anthropic/claude-opus-4-7?ratio=10&cached=50&written=20',
  '/memory',
  '/memory/dram-ddr5-16gb-4800',
  '/models',
  '/models/vr-nvl72?set=2026-05-01',
  '/models/h100-sxm',
  '/scenarios',
  '/alerts',
  '/alerts/h100-on-demand-below-floor',
  '/changes',
  '/changes?kind=price_changed',
  '/data',
  `/receipt/${indexReceipt.slice(0, 12)}`,
  `/verify/${indexReceipt.slice(0, 12)}`,
  '/sources',
  '/sources/vast',
];

describe.each(pages)('%s', (path) => {
  test('is a whole page that says which code wrote it, and how new its data are', async () => {
    const { status, headers, body } = await open()(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(body).toMatch(/^<!doctype html><html lang="en">.*<\/html>$/s);
    expect(body).toContain('Bandgap 1.2.3');
    expect(body).toContain('Data to');
    expect(body).toContain('2026-11-20 06:00 UTC');
    expect(body.length).toBeLessThan(300_000);
  });

  test('carries no inline script or style, and escapes what sources say', async () => {
    const { body } = await open()(path);
    expect(body.replace('<script type="module" src="/islands/main.js"></script>', '')).not.toMatch(
      /<script|<style| style=| on\w+=["']/,
    );
    expect(body).not.toContain(hostile);
  });

  test('links only to places there are', async () => {
    const get = open();
    const { body } = await get(path);
    const links = [...body.matchAll(/(?:href|src|srcset|action)="(\/[^"#]*)[^"]*"/g)].map(([, to = '']) => to);
    expect(links).toContain('/style.css');
    for (const to of new Set(links)) {
      if (to.includes('.png') || to.includes('/narrow.svg')) continue;
      if (/^\/(?:receipt|verify|v1)\/|^\/charts\/memory\/|^\/sources\/(?!vast$)/.test(to)) continue;
      if (/^\/(?:docs|metrics|changes\.atom|alerts\/silence|alerts\/acknowledge)$/.test(to)) continue;
      expect((await get(to.replaceAll('&amp;', '&'))).status, to).toBe(200);
    }
  });

  test('is there before anything was fetched or computed', async () => {
    const { status, body } = await open(emptyReaders)(path);
    expect(status).toBe(200);
    expect(body).toContain('nothing fetched yet');
  });

  test('has a table behind every chart it draws from figures of its own', async () => {
    const { body } = await open()(path);
    const figures = body.match(/<figure>.*?<\/figure>/gs) ?? [];
    expect(figures.filter((figure) => !figure.includes('<table>'))).toEqual([]);
  });
});

describe('today', () => {
  test('puts the five figures first, each with unit, date and receipt', async () => {
    const { body } = await open()('/');
    const strip = body.slice(body.indexOf('class="strip"'), body.indexOf('</ul>'));
    for (const text of ['$4.92', '$9.63', '$12.25', '$2.35', '$0.99', '$48.90', 'USD/MTok', '2026-11-20']) {
      expect(strip).toContain(text);
    }
    expect(strip).toContain(`href="/receipt/${floorReceipt.slice(0, 12)}"`);
    expect(strip).toContain('9 owners; $2.30 to $2.41 with any one left out; 18.7 % above its floor of $1.98');
    expect(strip).toContain('not for republication');
  });

  test('names what fires and what changed', async () => {
    const { body } = await open()('/');
    expect(body).toContain('against $1.98 per GPU-hr');
    expect(body).toContain('−6 %');
  });

  test('says in the first minute what is happening and what can be done', async () => {
    const { body } = await open(emptyReaders)('/');
    expect(body).toContain('No prices yet.');
    expect(body).toContain('--replay');
  });
});

test('an index shows who counted, who did not and why, each price leading to its input', async () => {
  const { body } = await open()(index);
  const to = `/receipt/${indexReceipt.slice(0, 12)}`;
  expect(body).toContain(`href="${to}#input-0"`);
  expect(body).toContain(`href="${to}#input-1"`);
  expect(body).toContain('resells the capacity of others');
  expect(body.match(/>filled in</g)).toHaveLength(2);
  expect(body).toContain('an indication of what was known at');
  expect(body).toContain(`/v1/indices/h100/on_demand/neocloud/history.csv`);
});

test('a vintage asks for what was known at the end of the day, and says so', async () => {
  const asked: (string | undefined)[] = [];
  const get = open({
    ...testReaders,
    index: async (id, knownAt) => {
      asked.push(knownAt);
      return testReaders.index(id);
    },
  });
  const { body } = await get(`${index}?knownAt=2026-11-19`);
  expect(asked).toContain('2026-11-20T00:00:00.000Z');
  expect(body).toContain('As known at');
  expect(body).toContain(`/charts/gpu/h100/on_demand/neocloud/wide.svg?knownAt=2026-11-20T00:00:00.000Z`);
});

test('a receipt leads to url, time, place, hash, the bytes and what checks it', async () => {
  const { body } = await open()(`/receipt/${indexReceipt}`);
  for (const text of [
    'bandgap verify 9b52ec543cd4',
    'href="/verify/9b52ec543cd4"',
    'https://gpurentalprices.com/api/prices.json',
    '2026-11-20 06:00 UTC',
    '/offers/3/usd_hr',
    'from a dated version of',
    'ab'.repeat(32),
    'href="/sources/gpurentalprices/captures/1"',
    'CC BY 4.0',
    `href="/receipt/${floorReceipt.slice(0, 12)}"`,
  ]) {
    expect(body).toContain(text);
  }
});

test('a verification says its verdict first, and what failed before what held', async () => {
  const { body } = await open()(`/verify/${indexReceipt}`);
  expect(body).toContain('Does not hold');
  expect(body).toContain('1 of 2 checks fail');
  expect(body).toContain('Not checked, but taken as stored: rental-index of');
  expect(body).toContain('href="/verify/9b52ec543cd4?reach=whole"');
  expect((await open()(`/verify/${indexReceipt}?reach=far`)).status).toBe(400);
  expect(body.indexOf('written 2.35')).toBeLessThan(body.indexOf('1 checks that hold'));
});

test('bytes are sent as plain text to keep, and not where the licence bars it', async () => {
  const get = open();
  const { status, headers, body } = await get('/sources/gpurentalprices/captures/1');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-disposition')).toMatch(/^attachment/);
  expect(body).toBe(hostile);
  expect((await get('/sources/vast/captures/7')).status).toBe(404);
});

describe('the one chart', () => {
  test('solves what its address asks, and says what has no receipt', async () => {
    const get = open();
    const published = (await get('/one-chart')).body;
    expect(published).toContain('calibrated');
    expect(published).toContain('$4.92');
    const dearer = (await get('/one-chart?systemPrice=129551')).body;
    expect(dearer).toContain('$6.11');
    expect(dearer).toContain('38.6 %');
    expect(dearer).toContain('+40 % of $92,536');
    expect(dearer).toContain('value="129551"');
  });

  test.each([
    ['systemPrice=cheap', 'systemPrice: expected 46536 to 184536 USD/GPU'],
    ['irr=900', 'irr: expected 5 to 40 % per year'],
    ['termYears=2.5', 'termYears: expected 1 to 10 whole years'],
    ['system=abacus', 'expected a system'],
    [`name=${'x'.repeat(61)}`, 'name: expected at most 60 characters'],
  ])('refuses %s and says why', async (query, why) => {
    const get = open();
    const { status, body } = await get(`/one-chart?${query}`);
    expect(status).toBe(400);
    expect(body).toContain(why);
    expect((await get(`/charts/one-chart/wide.svg?${query}`)).status).toBe(400);
  });
});

describe('scenarios', () => {
  test('stand side by side with what differs, in an address that can be sent', async () => {
    const query = new URLSearchParams([
      ['of', 'name=Published'],
      ['name', ''],
      ['of', 'http://localhost/one-chart?irr=20'],
      ['name', 'Greedy'],
    ]);
    const { body } = await open()(`/scenarios?${query}`);
    expect(body).toContain('Greedy');
    expect(body).toContain('Hurdle IRR, % per year');
    expect(body).toContain('20 (+28.2 %)');
    expect(body).not.toContain('SOCAMM cost, USD/GB');
  });

  test('are refused where there are too many', async () => {
    const query = Array.from({ length: 7 }, () => 'of=irr%3D20').join('&');
    const { status, body } = await open()(`/scenarios?${query}`);
    expect(status).toBe(400);
    expect(body).toContain('of: expected at most 6 scenarios, was 7');
  });
});

test('the models show every published figure beside ours', async () => {
  const { body } = await open()('/models');
  expect(body).toContain('25 of 25 hold');
  expect(body).toContain('What changed between the sets');
});

describe.each([
  ['/charts/one-chart', 'VR NVL72: rental price and IRR'],
  ['/charts/iso-irr', 'VR NVL72: rental and system price'],
  ['/charts/captured', 'VR NVL72: who captures the spread'],
  ['/charts/tornado/vr-nvl72', 'what moves the floor'],
  ['/charts/gpu/h100/on_demand/neocloud', 'H100 on demand'],
  ['/charts/tokens/anthropic/claude-opus-4-7', 'script'],
])('%s', (path, title) => {
  test.each(['wide', 'middle', 'narrow'])('is an SVG document, %s', async (size) => {
    const { status, headers, body } = await open()(`${path}/${size}.svg`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/svg+xml');
    expect(body).toMatch(/^<svg .*<\/svg>$/s);
    expect(body).toContain(title);
    expect(body).not.toContain('<script');
  });

  test('is a PNG too', async () => {
    const { headers, body } = await open()(`${path}/narrow.png`);
    expect(headers.get('content-type')).toBe('image/png');
    expect(body.slice(1, 4)).toBe('PNG');
  });
});

test('the fan is drawn where somebody judged how uncertain the inputs are, and nowhere else', async () => {
  const get = open();
  expect((await get('/charts/fan/vr-nvl72/wide.svg?set=2026-05-01')).body).toContain('20,000 draws');
  expect((await get('/charts/fan/h100-sxm/wide.svg')).status).toBe(404);
});

test('scripts are modules of our own, and no other file is one', async () => {
  const get = open();
  for (const file of ['main.js', 'live-form.js', 'crosshair.js']) {
    const { status, headers } = await get(`/islands/${file}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  }
  for (const file of ['main.d.ts', 'tsconfig.tsbuildinfo', '..%2f..%2fpackage.json']) {
    expect((await get(`/islands/${file}`)).status).toBe(404);
  }
});
