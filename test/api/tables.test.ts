/** A table is the same in every format and in pages of every size, whatever is stored meanwhile. */
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { documentOf, exampleOf, isTable, operationsOf } from './documented.ts';
import { allPages, jsonAt, marketApi, type Row } from './market-api.ts';

/** CSV as a spreadsheet reads it: quotes undone, nothing else. */
function readCsv(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

test('JSON, CSV and Parquet say the same', async () => {
  const server = await marketApi();
  const tables = operationsOf(await documentOf(server)).filter(isTable);
  expect(tables.length).toBeGreaterThan(11);
  for (const table of tables) {
    const address = exampleOf(table);
    const [path, query = ''] = address.split('?');
    const { items }: { items: readonly Row[] } = await jsonAt(server, address);
    const byPath = await server.get(`${path}.csv?${query}`);
    const byHeader = await server.get(address, { Accept: 'text/csv' });
    const [header = [], ...lines] = readCsv(await byPath.text());
    expect(await byHeader.text(), address).toContain(header.join(','));
    expect(byPath.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const formulas = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '');
    expect(
      lines.map((cells) => cells.map(formulas)),
      address,
    ).toEqual(items.map((item) => header.map((name) => asText(item[name]))));

    const parquet = await server.get(`${path}.parquet?${query}`);
    expect(parquet.headers.get('content-type')).toBe('application/vnd.apache.parquet');
    const rows = await parquetReadObjects({ file: await parquet.arrayBuffer() });
    expect(
      rows.map((row) => header.map((name) => asText(row[name]))),
      address,
    ).toEqual(items.map((item) => header.map((name) => asText(item[name]))));
  }
});

test.each([
  '/v1/figures',
  '/v1/series?source=litellm',
  '/v1/series/3/observations',
  '/v1/latest?subject=h100-sxm',
  '/v1/indices',
  '/v1/indices/h100/on_demand/neocloud/history',
  '/v1/indices/h100/on_demand/neocloud/constituents',
  '/v1/runs?model=rental-index',
  '/v1/assumptions',
  '/v1/models',
  '/v1/sources',
  '/v1/alerts/rules',
])('%s in pages of 7 is all of it, each row once', async (address) => {
  const server = await marketApi();
  const whole = await allPages(server, `${address}${address.includes('?') ? '&' : '?'}limit=1000`);
  const inPages = await allPages(server, `${address}${address.includes('?') ? '&' : '?'}limit=7`);
  expect(whole.length).toBeGreaterThan(7);
  expect(inPages).toEqual(whole);
});

test('a page is full while there is more, so that a table without its pages is not mistaken for all', async () => {
  const server = await marketApi();
  const { items, next } = await jsonAt(server, '/v1/indices?limit=7');
  expect(items).toHaveLength(7);
  expect(next).not.toBeNull();
  expect((await jsonAt(server, '/v1/indices')).next).toBeNull();
});

test('rows that are stored between two pages are neither missed nor shown twice', async () => {
  const server = await marketApi();
  const before = await allPages(server, '/v1/series/3/observations');
  const first: { items: readonly Row[]; next: string } = await jsonAt(server, '/v1/series/3/observations?limit=5');
  await server.client.query(`
    insert into observation (series_id, observed_at, recorded_at, parser_version, value, capture_id, at)
    select 3, observed_at + step, recorded_at + interval '1 hour', 1, 9, capture_id, at
    from observation, unnest(array[interval '-1 minute', interval '1 minute']) step where series_id = 3`);
  const rest = await allPages(server, `/v1/series/3/observations?limit=5&cursor=${first.next}`);
  const shown = [...first.items, ...rest].map(({ observedAt }) => observedAt);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown).toEqual(expect.arrayContaining(before.map(({ observedAt }) => observedAt)));
});

test('a week is its last observation, in pages too', async () => {
  const server = await marketApi();
  const days = await allPages(server, '/v1/series/3/observations');
  const weeks = await allPages(server, '/v1/series/3/observations?downsample=week&limit=1');
  const monday = (day: unknown) => Math.floor((Date.parse(String(day)) / 86_400_000 + 3) / 7);
  const last = new Map(days.map((row) => [monday(row.observedAt), row]));
  expect(weeks).toEqual([...last.values()]);
});

test('what was corrected is as it was known at the time', async () => {
  const server = await marketApi();
  const [day] = await allPages(server, '/v1/series/3/observations');
  const observedAt = String(day?.observedAt);
  await server.client.query(
    `insert into observation select series_id, observed_at, recorded_at + interval '1 day', 1, 7.5, capture_id, at
     from observation where series_id = 3 and observed_at = $1`,
    [observedAt],
  );
  const valueAt = async (query: string) =>
    (await allPages(server, `/v1/series/3/observations?to=2025-01-02&${query}`)).map(({ value }) => value);
  expect(await valueAt('')).toEqual([7.5]);
  expect(await valueAt(`knownAt=${observedAt}`)).toEqual([day?.value]);
  expect(await valueAt('knownAt=2024-12-31')).toEqual([]);
  const inForce = await allPages(server, `/v1/series/3/observations?asOf=2025-01-02&knownAt=${observedAt}`);
  expect(inForce.map(({ value }) => value)).toEqual([day?.value]);
  const [latest] = await allPages(server, `/v1/latest?venue=seller-3&subject=h100-sxm&asOf=2025-01-02`);
  expect(latest?.value).toBe(7.5);
});

test('an index of an earlier time is the one that was known then', async () => {
  const server = await marketApi();
  const index = '/v1/indices/h100/on_demand/neocloud';
  const history = async (knownAt: string) => allPages(server, `${index}/history?to=2025-01-04&${knownAt}`);
  expect((await history('')).map(({ fixed }) => fixed)).toEqual([true, true, true]);
  const then = await history('knownAt=2025-01-03T12:00:00Z');
  expect(then.map(({ fixed }) => fixed)).toEqual([true, true, false]);
  const level: { level: Row } = await jsonAt(server, `${index}?knownAt=2025-01-03T12:00:00Z`);
  expect(level.level).toEqual(then.at(-1));
  const constituents = await allPages(server, `${index}/constituents?knownAt=2025-01-03T12:00:00Z`);
  expect(constituents.every(({ receipt }) => receipt === level.level.receipt)).toBe(true);
});
