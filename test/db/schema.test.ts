/** The schema as the migrations leave it, written down: a change to it shows in review. `npx vitest run test/db/schema.test.ts -u` writes it anew. */
import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

test('is the one in packages/db/schema.txt', async () => {
  const client = new pg.Client({ connectionString: await freshDatabase() });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    select line from (
      select table_name as t, 1 as part, lpad(ordinal_position::text, 2, '0') as rank,
        format('%s.%s %s%s%s', table_name, column_name, data_type,
          case is_nullable when 'NO' then ' not null' else '' end,
          coalesce(' default ' || column_default, '') || case is_identity when 'YES' then ' identity' else '' end) as line
      from information_schema.columns where table_schema = 'public'
      union all
      select conrelid::regclass::text, 2, conname, format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all
      select tablename, 3, indexname, indexdef from pg_indexes
      where schemaname = 'public' and indexname not in (select conname from pg_constraint)
    ) lines
    where t not like 'kysely_%'
    order by t, part, rank collate "C"`);
  await client.end();
  await expect(`${rows.map(({ line }) => line).join('\n')}\n`).toMatchFileSnapshot('../../packages/db/schema.txt');
});
