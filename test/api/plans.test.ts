/** The busiest requests find what they look for by an index, and read no large table from end to end. */
import { expect, test } from 'vitest';
import { busiest } from './busiest.ts';
import { marketApi } from './market-api.ts';
import { recordedStatements } from './recorded-statements.ts';

const wholeTable = /Seq Scan on (?:observation|run|run_input|run_source)\b/;

test('no plan of a busy request reads a whole table', async () => {
  const server = await marketApi({}, { days: 60, sellers: 120, tokenModels: 100 });
  for (const [name, path] of Object.entries(busiest)) {
    const statements = await recordedStatements(async () => {
      const response = await server.get(path);
      expect(response.status, path).toBe(200);
      await response.text();
    });
    expect(statements.length, name).toBeGreaterThan(0);
    for (const statement of statements) {
      const { rows } = await server.client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n'), `${name}: ${statement}`).not.toMatch(wholeTable);
    }
  }
});
