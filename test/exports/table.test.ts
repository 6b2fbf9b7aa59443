/** `bandgap export` writes the tables of the HTTP interface: the same columns and rows, without those of restricted sources. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publication, tableNames, wholeTable } from '@bandgap/api';
import { defaultRules } from '@bandgap/catalog';
import { systemClock } from '@bandgap/core';
import { expect, onTestFinished, test } from 'vitest';
import { documentOf, exampleOf, isTable, operationsOf } from '../api/documented.ts';
import { allPages, marketApi, type Row } from '../api/market-api.ts';
import { runBandgap } from '../support/bandgap.ts';
import { openFreshDatabase } from '../support/database.ts';

test('every table there is, to the row and the column', async () => {
  const server = await marketApi();
  const deps = { query: server.db.query, clock: systemClock, rules: defaultRules, publication: publication([]) };
  const tables = operationsOf(await documentOf(server)).filter(isTable);
  const paths = tables.map(({ path }) => path.slice(1).replaceAll('{', '<').replaceAll('}', '>'));
  expect([...tableNames].sort()).toEqual(paths.sort());

  const withheld: Record<string, readonly string[]> = {};
  for (const operation of tables) {
    const [path = ''] = exampleOf(operation).split('?');
    const table = path.slice('/v1/'.length);
    const { columns, pages, leftOut } = wholeTable(deps, { table, parameters: {} });
    const rows: Row[] = [];
    for await (const page of pages) rows.push(...page);
    const all = await allPages(server, `${path}?limit=1000`);
    expect(rows, table).toEqual(all.filter(({ publishable }) => publishable !== false));
    expect(leftOut().rows, table).toBe(all.length - rows.length);
    if (leftOut().rows > 0) withheld[table] = leftOut().sources;
    const [header] = (await (await server.get(`${path}.csv`)).text()).split('\r\n');
    expect(columns.map(({ name }) => name).join(','), table).toBe(header);
  }
  expect(withheld).toMatchObject({ series: ['dramexchange'], latest: ['dramexchange'] });
  expect(withheld.sources).toEqual(expect.arrayContaining(['coreweave', 'dramexchange']));
}, 60_000);

test('the command line writes what the interface sends, in each format', async () => {
  const server = await marketApi();
  const environment = { DATABASE_URL: server.db.databaseUrl };
  const directory = await mkdtemp(join(tmpdir(), 'bandgap-export-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const run = (...args: readonly string[]) => runBandgap(['export', ...args], environment);
  const index = 'indices/h100/on_demand/neocloud/history';
  const sent = async (format: string) =>
    Buffer.from(await (await server.get(`/v1/${index}?from=2025-01-03&format=${format}`)).arrayBuffer());

  const csv = await run(index, '--from', '2025-01-03');
  expect(csv).toEqual({ code: 0, stdout: csv.stdout, stderr: '' });
  expect(csv.stdout.replaceAll('\n', '\r\n')).toBe((await sent('csv')).toString());
  const json = await run(index, '--from', '2025-01-03', '--format', 'json');
  expect(JSON.parse(json.stdout)).toEqual(JSON.parse((await sent('json')).toString()).items);
  const output = join(directory, 'index.parquet');
  expect(await run(index, '--from', '2025-01-03', '--output', output)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await readFile(output)).equals(await sent('parquet'))).toBe(true);

  const latest = await run('latest');
  expect(latest.code).toBe(0);
  expect(latest.stdout).toContain('gpurentalprices');
  expect(latest.stdout).not.toContain('dramexchange');
  expect(latest.stderr).toMatch(/^rows left out: 20, of dramexchange, whose terms forbid to pass them on/);
  const licensed = await runBandgap(['export', 'latest'], { ...environment, BANDGAP_LICENSED: 'dramexchange' });
  expect(licensed).toMatchObject({ code: 0, stdout: expect.stringContaining('dramexchange'), stderr: '' });
  expect((await run('sources/litellm/skips')).stdout).toContain(`"'=HYPERLINK(""x"")"`);

  const help = (await run('--help')).stdout;
  expect(tableNames.filter((name) => !help.includes(`\n  ${name}\n`))).toEqual([]);
  const refused = await run(index, '--from', 'May', '--output', output);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/^bandgap: --from: expected a day such as/) });
  expect((await readFile(output)).equals(await sent('parquet')), 'what was there stays').toBe(true);
  expect(await run('figures', '--output', directory)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`bandgap: --output: expected a file that can be written, was ${directory}: `),
  });
  expect(await readdir(directory)).toEqual(['index.parquet']);
  expect(await run()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected either a table, or --release'),
  });
}, 180_000);

test.each([
  ['prices', {}, 'table: expected one of figures, series, series/<id>/observations, latest'],
  ['figures', { asOf: '2025-01-03' }, '--as-of: expected no such parameter, was "2025-01-03"'],
  ['indices', { knownAt: 'May' }, '--known-at: expected a day such as 2026-05-01'],
  ['sources/dramexchange/skips', {}, 'expected a source whose figures may be passed on, was dramexchange'],
])('%s %j is refused', async (table, parameters, expected) => {
  const { query } = await openFreshDatabase();
  const deps = { query, clock: systemClock, rules: defaultRules, publication: publication([]) };
  const first = async () => {
    for await (const _ of wholeTable(deps, { table, parameters }).pages) return;
  };
  await expect(first()).rejects.toThrow(expected);
});
