/** What the OpenAPI document of a server says of its endpoints. */
import type { Server } from './market-api.ts';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: {
    readonly type: string;
    readonly format?: string;
    readonly enum?: readonly string[];
    readonly example?: string | number;
  };
}

export interface Operation {
  readonly method: string;
  /** With the names of its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
  readonly requestBody?: object;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly example?: object }>> };
}

export const documentOf = async ({ get }: Pick<Server, 'get'>): Promise<OpenApi> =>
  (await get('/v1/openapi.json')).json() as Promise<OpenApi>;

export const operationsOf = ({ paths }: OpenApi): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      parameters: operation.parameters ?? [],
      method,
      path,
    })),
  );

/** The address of the example of an operation. */
export function exampleOf({ path, parameters }: Operation): string {
  const example = (name: string) =>
    String(parameters.find((parameter) => parameter.name === name)?.schema.example ?? '');
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.schema.example !== undefined)
    .map(({ name }) => `${name}=${encodeURIComponent(example(name))}`);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(example(name)));
  return `/v1${filled}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

export const isTable = ({ responses }: Operation): boolean => responses['200']?.content['text/csv'] !== undefined;
export const isStream = ({ responses }: Operation): boolean =>
  responses['200']?.content['text/event-stream'] !== undefined;
