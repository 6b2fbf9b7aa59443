/** Figures as they are published, each with what it takes to read it rightly: unit, date, terms, and where it comes from. */
import { type RawBuilder, sql } from 'kysely';
import type { Query } from '../open-db.ts';

/** What does not apply is null. */
export interface PublishedFigure {
  readonly what: string;
  readonly subject: string;
  readonly value: number | null;
  readonly unit: string;
  readonly date: string;
  readonly tenor: string | null;
  readonly surface: string | null;
  readonly terms: Readonly<Record<string, unknown>> | null;
  readonly source: string | null;
  readonly venue: string | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many sellers or sources agree in it. */
  readonly n: number | null;
  readonly confidence: string | null;
  readonly receipt: string | null;
  readonly document: { readonly sha256: string; readonly url: string; readonly at: string } | null;
}

const blank = {
  tenor: sql`null::text`,
  surface: sql`null::text`,
  terms: sql`null::jsonb`,
  source: sql`null::text`,
  venue: sql`null::text`,
  low: sql`null::numeric`,
  high: sql`null::numeric`,
  n: sql`null::int`,
  confidence: sql`null::text`,
  receipt: sql`null::text`,
  document: sql`null::jsonb`,
};

type Columns = Readonly<Record<'what' | 'subject' | 'value' | 'unit' | 'date', RawBuilder<unknown>>> &
  Partial<Record<keyof typeof blank, RawBuilder<unknown>>>;

const figures = (columns: Columns): RawBuilder<unknown> =>
  sql.join(
    Object.entries({ ...blank, ...columns }).map(([name, column]) => sql`${column} as ${sql.ref(name)}`),
    sql`, `,
  );

const rowsOf = async (query: Query, select: RawBuilder<PublishedFigure>): Promise<readonly PublishedFigure[]> =>
  (await select.execute(query)).rows;

const perGpuHour = sql`'USD/GPU-hr'`;
const perMTok = sql`'USD/MTok'`;

export interface PricesWanted {
  readonly subject: string;
  readonly tenor?: string | undefined;
  readonly limit: number;
}

/** Prices in force; the name of a GPU stands for all forms of it that its index takes. */
export const publishedPrices = (
  query: Query,
  { subject, tenor, limit }: PricesWanted,
): Promise<readonly PublishedFigure[]> =>
  rowsOf(
    query,
    sql`select ${figures({
      what: sql`metric || ' price'`,
      subject: sql`subject`,
      value: sql`value`,
      unit: sql`unit`,
      date: sql`observed_at`,
      tenor: sql`tenor`,
      surface: sql`surface`,
      terms: sql`terms`,
      source: sql`source`,
      venue: sql`venue`,
      document: sql`jsonb_build_object('sha256', document_sha256, 'url', document_url, 'at', document_at)`,
    })}
    from pub.price
    where (subject = ${subject} or subject in (select unnest(gpus) from pub.index where split_part(id, '/', 1) = ${subject}))
      and (${tenor ?? null}::text is null or tenor = ${tenor ?? null})
    order by tenor, surface, unit, metric, value
    limit ${limit}`,
  );

const indexFigure = figures({
  what: sql`'rental index'`,
  subject: sql`index_id`,
  value: sql`usd_per_gpu_hour`,
  unit: perGpuHour,
  date: sql`as_of`,
  tenor: sql`tenor`,
  terms: sql`jsonb_build_object('kind', 'index', 'segment', segment)`,
  low: sql`low_usd_per_gpu_hour`,
  high: sql`high_usd_per_gpu_hour`,
  n: sql`owners`,
  confidence: sql`confidence`,
  receipt: sql`receipt`,
});

const memoryFigure = figures({
  what: sql`'memory price, ' || basis`,
  subject: sql`part`,
  value: sql`price`,
  unit: sql`unit`,
  date: sql`as_of`,
  terms: sql`jsonb_build_object('basis', basis, 'usdPerGb', usd_per_gb)`,
  source: sql`source`,
  receipt: sql`receipt`,
});

const meterFigure = figures({
  what: sql`'confirmed list price, ' || meter`,
  subject: sql`model`,
  value: sql`usd_per_mtok`,
  unit: perMTok,
  date: sql`as_of`,
  n: sql`json_array_length(agree)`,
  confidence: sql`status`,
  receipt: sql`receipt`,
});

/** The newest answers of models about a GPU, an index, a language model or a memory part. */
export const publishedAnswers = (query: Query, subject: string): Promise<readonly PublishedFigure[]> =>
  rowsOf(
    query,
    sql`
    (select distinct on (index_id) ${indexFigure} from pub.rental_index
      where index_id = ${subject} or gpu = ${subject} or gpu in (select split_part(id, '/', 1) from pub.index where ${subject} = any(gpus))
      order by index_id, as_of desc)
    union all (select distinct on (source, basis) ${memoryFigure} from pub.memory_price where part = ${subject} order by source, basis, as_of desc)
    union all (select distinct on (meter) ${meterFigure} from pub.confirmed_price where model = ${subject} order by meter, as_of desc, known_at desc)`,
  );

export interface PublishedHistoryWanted {
  /** An index, a language model, or source, part and basis of a memory price. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Oldest first, one line of figures for each meter. */
export const publishedHistory = (
  query: Query,
  { id, from, to }: PublishedHistoryWanted,
): Promise<readonly PublishedFigure[]> => {
  const within = sql`as_of >= ${from}::timestamptz and as_of <= ${to}::timestamptz`;
  return rowsOf(
    query,
    sql`
    select * from (
      select ${indexFigure} from pub.rental_index where index_id = ${id} and ${within}
      union all select ${memoryFigure} from pub.memory_price where source || '/' || part || '/' || basis = ${id} and ${within}
      union all select ${meterFigure} from pub.confirmed_price where model = ${id} and status = 'confirmed' and ${within}
    ) figure
    order by what, date`,
  );
};

/** The newest floors, or ceilings, of every project. */
export const publishedLevels = (query: Query, what: 'floor' | 'ceiling'): Promise<readonly PublishedFigure[]> =>
  rowsOf(
    query,
    sql`
    select distinct on (project, kind) ${figures({
      what: sql`kind || ' ' || ${what}`,
      subject: sql`project`,
      value: sql`usd_per_gpu_hour`,
      unit: perGpuHour,
      date: sql`as_of`,
      tenor: sql`tenor`,
      receipt: sql`receipt`,
    })}
    from ${sql.ref(`pub.${what}`)}
    order by project, kind, as_of desc, known_at desc`,
  );

/** Sources that price a subject and may not be passed on. */
export async function withheldSources(
  query: Query,
  subject: string,
): Promise<readonly { readonly source: string; readonly licence: string }[]> {
  const { rows } = await sql<{ readonly source: string; readonly licence: string }>`
    select distinct source_id as source, coalesce(licence, 'not in the registry') as licence
    from series left join pub.source on source.id = source_id
    where publishable is not true and (
      subject = ${subject} or subject in (select unnest(gpus) from pub.index where split_part(pub.index.id, '/', 1) = ${subject})
      or exists (select from run where model = 'memory-unit-price' and run.subject = ${subject} and run.subject like source_id || '/%')
    )
    order by source`.execute(query);
  return rows;
}
