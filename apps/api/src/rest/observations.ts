/** `/v1/series/{id}/observations`: one series over time, as known now or at an earlier time. */
import { type ObservationRow, observationInForce, observationsOf, type StoredSeries, seriesById } from '@bandgap/db';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Refusal } from '../serve/problem.ts';
import { keyOf, pageOf } from './cursor.ts';
import { instant, knownAt, paging, whole } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Observation = z
  .object({
    observedAt: z.iso.datetime().openapi({ description: 'When the price was true, or first seen so.' }),
    recordedAt: z.iso.datetime().openapi({ description: 'When we learned it.' }),
    value: z.number().openapi({ description: 'In `unit`.' }),
    unit: z.string(),
    parserVersion: z.int().openapi({ description: 'Which version of the parser read it.' }),
    sha256: z.string().openapi({ description: 'Of the document it was read from.' }),
    at: z.string().openapi({ description: 'Where in the document it stands.' }),
    origin: z
      .enum(['schedule', 'backfill'])
      .openapi({ description: 'Whether it was fetched when it was due, or filled in from a dated version.' }),
    publishable: z.boolean(),
  })
  .openapi('Observation');

const observations = createRoute({
  method: 'get',
  path: '/series/{id}/observations',
  tags: ['Prices'],
  summary: 'One series over time',
  description:
    'A value is stored when it changes and holds until the next. Oldest first, one for each time at which the price was observed: the one learned last. With `asOf`, the one that was in force then.',
  request: {
    params: z.strictObject({ id: whole(1, 2 ** 31 - 1).openapi({ type: 'integer', example: 1 }) }),
    query: z.strictObject({
      from: instant.optional().openapi({ description: 'Observed at this time or later.' }),
      to: instant.optional().openapi({ description: 'Observed before this time.' }),
      asOf: instant
        .optional()
        .openapi({ description: 'Only the value in force at this time; goes without from, to and downsample.' }),
      knownAt,
      downsample: z
        .enum(['hour', 'day', 'week', 'month'])
        .optional()
        .openapi({ description: 'Only the last observation of each, in UTC.' }),
      ...paging(10_000, 1000),
    }),
  },
  responses: {
    ...tableResponses(Observation, 'Observations, each with the place it was read from.'),
    ...problemResponses('restricted-source', 'not-found'),
  },
});

const timeKey = z.tuple([z.iso.datetime()]);

/** Series remembered, some 4 MB of them; then remembering starts anew. */
const most = 10_000;

export function mountObservations(rest: OpenAPIHono, { query, publication }: RestDeps): void {
  const remembered = new Map<number, StoredSeries>();
  rest.openapi(observations, async (context) => {
    const { id } = context.req.valid('param');
    const { limit, cursor, asOf, downsample: bucket, from, to, knownAt } = context.req.valid('query');
    const { source, unit } = await seriesAt(id);
    publication.check(source);
    const shown = ({ observedAt, recordedAt, value, parserVersion, sha256, at, origin }: ObservationRow) => {
      return { observedAt, recordedAt, value, unit, parserVersion, sha256, at, origin, publishable: true };
    };

    if (asOf !== undefined) {
      if (from !== undefined || to !== undefined || bucket !== undefined)
        throw new Refusal('invalid-parameter', 'asOf: expected it without from, to and downsample');
      const found = await observationInForce(query, { seriesId: id, asOf, knownAt });
      return sendTable(context, Observation, { rows: found === undefined ? [] : [shown(found)], next: null });
    }
    const [after] = keyOf(timeKey, cursor) ?? [];
    const found = await observationsOf(query, { seriesId: id, from, to, knownAt, after, bucket, limit: limit + 1 });
    const { rows, next } = pageOf(found, limit, ({ observedAt }) => [observedAt]);
    return sendTable(context, Observation, { rows: rows.map(shown), next });
  });

  /** Throws a Refusal where there is none. A series stays as it was stored, so it is asked for once. */
  async function seriesAt(id: number): Promise<StoredSeries> {
    const series = remembered.get(id) ?? (await seriesById(query, id));
    if (series === undefined)
      throw new Refusal('not-found', `expected the id of a series, was ${id}; /v1/series has them`);
    if (remembered.size >= most) remembered.clear();
    remembered.set(id, series);
    return series;
  }
}
