/** What the `pub` schema says of sources, indices and projects: written at the start of the pipeline, as its code knows them. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Query } from '../open-db.ts';

export interface PublishedSource {
  readonly id: string;
  readonly name: string;
  readonly homeUrl: string;
  readonly commodity: string;
  readonly licence: string;
  readonly licenceTerms: string;
  readonly attribution: string | null;
  readonly publishable: boolean;
  readonly staleAfterMinutes: number;
}

export interface PublishedIndex {
  readonly id: string;
  readonly name: string;
  readonly gpus: readonly string[];
  readonly tenor: string;
  readonly segment: string;
}

export interface PublishedProject {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  readonly gpu: string;
  readonly tenor: string;
}

export interface PublishedRegistry {
  readonly sources: readonly PublishedSource[];
  readonly indices: readonly PublishedIndex[];
  readonly projects: readonly PublishedProject[];
}

/** Makes the tables say this and nothing else. A source that is no longer named is no longer published. */
export const publishRegistry = ({ transaction }: Db, registry: PublishedRegistry): Promise<void> =>
  transaction(async ({ query }) => {
    await sql`select pg_advisory_xact_lock(hashtext('pub.source'))`.execute(query);
    await replace(query, { table: 'source', rows: registry.sources });
    await replace(query, { table: 'index', rows: registry.indices });
    await replace(query, { table: 'project', rows: registry.projects });
  });

interface Table {
  readonly table: 'source' | 'index' | 'project';
  readonly rows: readonly object[];
}

async function replace(query: Query, { table, rows }: Table): Promise<void> {
  const name = sql.ref(`pub.${table}`);
  await sql`delete from ${name}`.execute(query);
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${recordset(rows)})`.execute(
    query,
  );
}

/** Names as SQL writes them: homeUrl is home_url. */
const recordset = (rows: readonly object[]): RawBuilder<unknown> => {
  const named = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
      ]),
    ),
  );
  return sql`${JSON.stringify(named)}::jsonb`;
};

/** What a database publishes of its sources; empty before the pipeline first started on it. */
export async function publishedSources(query: Query): Promise<readonly PublishedSource[]> {
  const { rows } = await sql<PublishedSource>`
    select id, name, home_url as "homeUrl", commodity, licence, licence_terms as "licenceTerms", attribution, publishable,
      stale_after_minutes as "staleAfterMinutes"
    from pub.source order by id`.execute(query);
  return rows;
}
