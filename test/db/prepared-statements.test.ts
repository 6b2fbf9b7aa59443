/** Statements over HTTP are planned once by each connection, and there is an end to how many it keeps. */
import { openDb, type Query, searchSeries } from '@bandgap/db';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

test('a statement asked again with other values is the same one, and the two hundredth is the last to be kept', async () => {
  const databaseUrl = await freshDatabase();
  const db = openDb({ databaseUrl, maxConnections: 1, onError: () => undefined });
  onTestFinished(() => db.close());

  for (const subject of ['h100', 'h200', 'b200'])
    expect(await searchSeries(db.prepared, { subject, terms: {}, after: 0, limit: 1 })).toEqual([]);
  expect(await kept(db.query)).toBe(1);

  for (let number = 0; number < 250; number++) {
    const { rows } = await sql`select ${sql.lit(number)}::int as number`.execute(db.prepared);
    expect(rows).toEqual([{ number }]);
  }
  expect(await kept(db.query)).toBe(200);
});

test('what changes something has no place there', async () => {
  const db = openDb({ databaseUrl: await freshDatabase(), onError: () => undefined });
  onTestFinished(() => db.close());
  await expect(db.prepared.transaction().execute(async () => undefined)).rejects.toThrow('outside of a transaction');
});

/** How many statements the connection has a plan for. */
async function kept(query: Query): Promise<number | undefined> {
  const { rows } = await sql<{ readonly kept: number }>`select count(*) as kept from pg_prepared_statements`.execute(
    query,
  );
  return rows[0]?.kept;
}
