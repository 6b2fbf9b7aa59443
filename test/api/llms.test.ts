/** What language models are told is so: every address answers, and every source is on the right side. */
import { sources } from '@bandgap/sources';
import { expect, test } from 'vitest';
import { marketApi } from './market-api.ts';

test('/llms.txt leads to what there is, and says what may not be passed on', async () => {
  const server = await marketApi();
  const response = await server.get('/llms.txt');
  expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  const text = await response.text();
  expect(text).toMatch(/^# Bandgap\n\n> /);
  const links = [...text.matchAll(/\]\((http[^)]+)\)/g)].map(([, link = '']) => new URL(link));
  expect(links.length).toBeGreaterThan(2);
  for (const { pathname } of links) expect((await server.get(pathname)).status, pathname).toBe(200);

  const [open = '', closed = ''] = text.split('\n').slice(-3);
  for (const { id, licence } of sources)
    expect((licence.terms === 'restricted' ? closed : open).split(/[ ,.]+/), id).toContain(id);
});

test('/docs.md has every endpoint of the OpenAPI document, with an example', async () => {
  const server = await marketApi();
  const text = await (await server.get('/docs.md')).text();
  const document = JSON.parse(await (await server.get('/v1/openapi.json')).text());
  const endpoints = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `## ${method.toUpperCase()} /v1${path}`),
  );
  expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual(endpoints);
  expect(text.match(/^ {4}curl 'http/gm)).toHaveLength(endpoints.length);
});
