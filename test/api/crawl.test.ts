/** Every page and picture that can be reached from the first one, on a database filled by a replay. */

import { startApi } from '@bandgap/api';
import { defaultRules } from '@bandgap/catalog';
import { openRecordings } from '@bandgap/ingest';
import { sources } from '@bandgap/sources';
import { expect, onTestFinished, test } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

const largestPage = 300_000;

test('every link leads somewhere, within the house, and no page is heavy', async () => {
  const recordings = await openRecordings(ownRecordings);
  const { db, run } = await openSystem({ databaseUrl: await freshDatabase(), transport: recordings.transport });
  await run(recordings.slots(sources.map(({ id }) => id)));
  const logged: string[] = [];
  const server = await startApi({
    db,
    host: '127.0.0.1',
    port: 0,
    version: 'test',
    rules: defaultRules,
    log: (line) => void logged.push(line),
  });
  onTestFinished(() => server.close());

  const open = ['/'];
  const seen = new Set(open);
  const pages: string[] = [];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const response = await fetch(new URL(path, server.url));
    expect(response.status, path).toBe(200);
    expect(response.headers.get('content-security-policy'), path).toContain("default-src 'none'");
    if (response.headers.get('content-type') === 'text/event-stream') {
      await response.body?.cancel();
      continue;
    }
    const body = await response.text();
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    expect(body.length, path).toBeLessThan(largestPage);
    pages.push(path);
    for (const [, escaped = ''] of body.matchAll(/(?:href|src|srcset)="(\/[^"#]*)"/g)) {
      const link = escaped.replaceAll('&amp;', '&');
      // One PNG tells as much as all: it is the SVG beside it.
      if (seen.has(link) || link.includes('.png?')) continue;
      seen.add(link);
      open.push(link);
    }
  }
  expect(logged).toEqual([]);
  expect(pages).toEqual(
    expect.arrayContaining(['/', '/one-chart', '/gpu', '/sources', '/gpu/h100/on_demand/neocloud']),
  );
  expect([...seen].filter((path) => path.startsWith('/receipt/')).length).toBeGreaterThan(10);
  expect([...seen].filter((path) => path.startsWith('/charts/')).length).toBeGreaterThan(3);
}, 120_000);
