/** What is said of an address that the interface does not have, or not for this method: what there is instead. */
import type { Context } from 'hono';
import { problem, Refusal } from '../serve/problem.ts';
import type { Rest } from './create-rest.ts';

const wordy = /\{\w+\}/g;

/** As the OpenAPI document writes them, under /v1. */
const pathsOf = ({ paths = {} }: Rest['document']) =>
  Object.entries(paths).map(([path, item]) => ({
    path: `/v1${path}`,
    methods: Object.keys(item).map((method) => method.toUpperCase()),
  }));

export function nothingHere(context: Context, document: Rest['document']): Response {
  const { method, path: asked } = context.req;
  const known = pathsOf(document);
  const methods = known
    .filter(({ path }) => new RegExp(`^${path.replaceAll(wordy, '[^/]+')}$`).test(asked))
    .flatMap((found) => found.methods);
  if (methods.length === 0) {
    const near = known.filter(({ path }) => path.split('/')[2] === asked.split('/')[2]);
    const others = (near.length === 0 ? known : near).map(({ path }) => path).join(', ');
    return problem(context, new Refusal('not-found', `There is nothing at ${asked}; there are ${others}.`));
  }
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  context.header('Allow', allowed);
  if (method === 'OPTIONS') return context.body(null, 204);
  return problem(context, new Refusal('method-not-allowed', `${asked}: expected one of ${allowed}, was ${method}`));
}
