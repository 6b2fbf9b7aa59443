/** The readers over PostgreSQL. They put queries together; the SQL itself is in the db package. */
import { ceilingProjects, floorProjects } from '@bandgap/catalog';
import { type Db, latestRun, type Query, runHistory, type StoredRun } from '@bandgap/db';
import { findReceipt } from '@bandgap/receipts';
import { readIndex } from './index-reader.ts';
import type { Readers, Valued } from './readers.ts';
import { readSources } from './source-reader.ts';
import { readToday } from './today-reader.ts';

export const databaseReaders = ({ query }: Db): Readers => ({
  today: () => readToday(query),
  sources: () => readSources(query),
  index: (id) => readIndex(query, id),
  floors: () => newest(query, 'rental-floor', floorProjects),
  ceilings: () => newest(query, 'value-ceiling', ceilingProjects),
  blendedPrices: async (model) => (await runHistory(query, { model: 'blended-price', subject: model })).map(valued),
  memoryPrices: async (subject) => (await runHistory(query, { model: 'memory-unit-price', subject })).map(valued),
  receipt: (prefix) => findReceipt(query, prefix),
  isReady: () =>
    query
      .selectFrom('slot')
      .select('source_id')
      .limit(1)
      .execute()
      .then(
        () => true,
        () => false,
      ),
});

async function newest(query: Query, model: string, projects: readonly { readonly id: string }[]) {
  const runs = await Promise.all(projects.map(({ id }) => latestRun(query, { model, subject: id })));
  return runs.filter((run) => run !== undefined).map(valued);
}

export const valued = ({ subject, asOf, receipt, output }: StoredRun): Valued => ({ subject, asOf, receipt, output });
