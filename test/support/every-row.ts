/** Everything a database says, as text: each row of each table. */
import pg from 'pg';

export async function everyRow(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  let rows = '';
  for (const { name } of tables.rows) {
    const { rows: found } = await client.query<{ row: string }>(`select to_json(t)::text as row from ${name} t`);
    rows += found.map(({ row }) => `${name} ${row}\n`).join('');
  }
  await client.end();
  return rows;
}
