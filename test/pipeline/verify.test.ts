/** A receipt is verified from the stored bytes, so whatever was changed behind its back is found and named. */
import { openRecordings } from '@bandgap/ingest';
import { findReceipt, readFigures, verify } from '@bandgap/receipts';
import { sources } from '@bandgap/sources';
import pg from 'pg';
import { expect, test } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

test('tampering with a value, the bytes or an output is found', async () => {
  const recordings = await openRecordings(ownRecordings);
  const databaseUrl = await freshDatabase();
  const system = await openSystem({ databaseUrl, transport: recordings.transport });
  await system.run(recordings.slots(sources.map(({ id }) => id)));
  const { query } = system.db;
  const index = (await readFigures(query)).find(({ id }) => id === 'index/h100/on_demand/neocloud');
  const receipt = index?.receipt ?? '';
  expect(await verify(query, receipt)).toMatchObject({ holds: true });

  const failures = async () =>
    (await verify(query, receipt)).checks.filter(({ holds }) => !holds).map(({ what }) => what);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const during = async (change: string, undo: string) => {
    await client.query(change);
    const found = await failures();
    await client.query(undo);
    return found;
  };

  const output = `output::jsonb || '{"pricePerGpuHour": 1}'`;
  await client.query('create temporary table kept as select receipt, output::text, question::text from run');
  const restored = 'update run set output = kept.output::json from kept where kept.receipt = run.receipt';
  expect(await during(`update run set output = (${output})::json where receipt = '${receipt}'`, restored)).toEqual([
    'rental-index of h100/on_demand/neocloud: recomputed',
  ]);

  const { rows: chain } = await client.query(
    `select receipt, output from run where model = 'rental-index' and subject = 'h100/on_demand/neocloud' order by as_of desc, revision desc`,
  );
  const far = chain.at(-1).receipt;
  await client.query(`update run set output = (${output})::json where receipt = '${far}'`);
  const near = await verify(query, receipt, 'near');
  expect(near).toMatchObject({
    holds: true,
    unchecked: [{ model: 'rental-index', subject: 'h100/on_demand/neocloud' }],
  });
  expect(near.checks.length).toBeLessThan((await verify(query, receipt)).checks.length / 3);
  expect(await verify(query, receipt, 'whole')).toMatchObject({ holds: false, unchecked: [] });
  await client.query(restored);

  await client.query('alter table artifact drop constraint artifact_is_its_hash');
  await client.query('create temporary table bodies as select * from artifact');
  const bytes = `update artifact set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"usd_hr": 2.464', '"usd_hr": 2.3'), 'UTF8')
    where convert_from(bytes, 'UTF8') like '%"date": "2026-06-14"%'`;
  const original = 'update artifact set bytes = bodies.bytes from bodies where bodies.sha256 = artifact.sha256';
  const changed = await during(bytes, original);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every((what) => what.startsWith('h100-sxm rental of '))).toBe(true);
  expect(await failures()).toEqual([]);
  await client.end();

  await expect(findReceipt(query, 'nonsense')).rejects.toThrow('expected a receipt');
  await expect(findReceipt(query, '000000000000')).rejects.toThrow('no receipt starts with 000000000000');
}, 60_000);
