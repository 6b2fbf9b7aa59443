/** The endpoints of the OpenAPI document, as the reference shows them and as tests ask them. */
import { searchSeries } from '@bandgap/db';
import { z } from 'zod';
import type { Rest } from './create-rest.ts';
import { exampleProject } from './examples.ts';
import type { RestDeps } from './rest-deps.ts';

export interface Endpoint {
  readonly id: string;
  readonly method: string;
  /** With the names of its parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly EndpointParameter[];
  /** Address of an example. */
  readonly example: string;
  /** Body of the example. */
  readonly body?: object;
  /** Whether the answer never ends. */
  readonly streams: boolean;
  readonly statuses: readonly string[];
}

export interface EndpointParameter {
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly expects: string;
  readonly description: string;
}

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  description: z.string().default(''),
  schema: z.object({
    type: z.string(),
    format: z.string().optional(),
    enum: z.array(z.string()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    default: z.union([z.string(), z.number()]).optional(),
    example: z.union([z.string(), z.number()]).optional(),
  }),
});

const Operation = z.object({
  summary: z.string(),
  description: z.string().default(''),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: z.object({ 'application/json': z.unknown() }) }).optional(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()) })),
});

/** `places` takes the place of the examples of path parameters, by path and name. */
export function endpointsOf(document: Rest['document'], places: Readonly<Record<string, string>>): readonly Endpoint[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const written = item[method];
      return written === undefined ? [] : [endpointOf(Operation.parse(written), { path, method, places })];
    }),
  );
}

interface At {
  readonly path: string;
  readonly method: 'get' | 'post';
  readonly places: Readonly<Record<string, string>>;
}

function endpointOf(operation: z.output<typeof Operation>, { path, method, places }: At): Endpoint {
  const { summary, description, parameters, requestBody, responses } = operation;
  const exampleOf = new Map(parameters.map(({ name, schema }) => [name, schema.example]));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(places[`${path} ${name}`] ?? exampleOf.get(name) ?? ''),
  );
  const query = new URLSearchParams();
  for (const { name, in: place, schema } of parameters)
    if (place === 'query' && schema.example !== undefined) query.set(name, String(schema.example));
  return {
    id: `${method}-${path.replaceAll(/[{}]/g, '').slice(1).replaceAll('/', '-')}`,
    method,
    path: `/v1${path}`,
    summary,
    description,
    parameters: parameters.map((parameter) => ({ ...parameter, place: parameter.in, expects: expectation(parameter) })),
    example: `/v1${filled}${query.size === 0 ? '' : `?${query}`}`,
    ...(requestBody === undefined ? {} : { body: exampleProject }),
    streams: responses['200']?.content['text/event-stream'] !== undefined,
    statuses: Object.keys(responses),
  };
}

function expectation({ schema }: z.output<typeof Parameter>): string {
  const { type, format, enum: choices, minimum, maximum, default: usual } = schema;
  const what = choices?.join(', ') ?? (format === 'date-time' ? 'day or time' : type);
  const range = minimum === undefined || maximum === undefined ? '' : `, ${minimum} to ${maximum}`;
  return `${what}${range}${usual === undefined ? '' : `; ${usual} if absent`}`;
}

/** A series whose values may be passed on, for an example; undefined while there is none. */
export async function openSeriesId({ query, publication }: RestDeps): Promise<number | undefined> {
  for (const source of publication.open) {
    const [series] = await searchSeries(query, { source, terms: {}, after: 0, limit: 1 });
    if (series !== undefined) return series.id;
  }
  return undefined;
}
