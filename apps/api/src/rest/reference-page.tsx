/** `/docs`: every endpoint with its parameters, how to ask it, and what it answers here and now. Written from the OpenAPI document. */
import type { Hono } from 'hono';
import { Head, Table } from '../pages/parts.tsx';
import type { ApiDeps } from '../serve/deps.ts';
import { respond } from '../serve/page.tsx';
import { problems } from '../serve/problem.ts';
import type { Rest } from './create-rest.ts';
import { type Endpoint, endpointsOf, openSeriesId } from './endpoints.ts';

const shownLines = 40;
const rememberedMs = 60_000;

export function mountReference(app: Hono, deps: ApiDeps, { app: programs, document }: Rest): void {
  let written: { readonly at: number; readonly answers: ReadonlyMap<string, string> } | undefined;

  async function answers(endpoints: readonly Endpoint[]): Promise<ReadonlyMap<string, string>> {
    const now = Date.parse(deps.rest.clock());
    if (written !== undefined && now < written.at + rememberedMs) return written.answers;
    const found = new Map<string, string>();
    for (const endpoint of endpoints) found.set(endpoint.id, await answer(programs, endpoint));
    written = { at: now, answers: found };
    return found;
  }

  app.get('/docs', async (context) => {
    const endpoints = endpointsOf(document, {
      '/series/{id}/observations id': String((await openSeriesId(deps.rest)) ?? 1),
    });
    const origin = new URL(context.req.url).origin;
    const shown = await answers(endpoints);
    const body = (
      <>
        <h1>The interface for programs</h1>
        <p>{document.info.description}</p>
        <p>
          The same as an OpenAPI 3.1 document: <a href="/v1/openapi.json">/v1/openapi.json</a>. A page of a table ends
          with <code>next</code>, and the <code>Link</code> header leads to the page after it. Answers have an{' '}
          <code>ETag</code>.
        </p>
        <Contents endpoints={endpoints} />
        {endpoints.map((endpoint) => (
          <EndpointSection endpoint={endpoint} origin={origin} answer={shown.get(endpoint.id) ?? ''} />
        ))}
        <Problems />
      </>
    );
    return respond(context, deps, { title: 'Reference', body, status: 200 });
  });
}

const Contents = ({ endpoints }: { readonly endpoints: readonly Endpoint[] }) => (
  <Table label="Every endpoint">
    <Head columns={['address', 'what it is']} />
    <tbody>
      {endpoints.map(({ id, method, path, summary }) => (
        <tr>
          <td>
            <a href={`#${id}`}>
              {method.toUpperCase()} {path}
            </a>
          </td>
          <td>{summary}</td>
        </tr>
      ))}
    </tbody>
  </Table>
);

interface SectionProps {
  readonly endpoint: Endpoint;
  readonly origin: string;
  readonly answer: string;
}

const EndpointSection = ({ endpoint, origin, answer: text }: SectionProps) => (
  <section id={endpoint.id}>
    <h2>
      {endpoint.method.toUpperCase()} {endpoint.path}
    </h2>
    <p>
      {endpoint.summary}. {endpoint.description}
    </p>
    <Parameters endpoint={endpoint} />
    <pre tabindex={0}>{curl(endpoint, origin)}</pre>
    <details>
      <summary>{endpoint.streams ? 'what it tells' : 'the answer of this server'}</summary>
      <pre tabindex={0}>{text}</pre>
    </details>
  </section>
);

const Parameters = ({ endpoint: { method, path, parameters } }: { readonly endpoint: Endpoint }) =>
  parameters.length === 0 ? null : (
    <Table label={`Parameters of ${method} ${path}`}>
      <Head columns={['parameter', 'expects', 'meaning']} />
      <tbody>
        {parameters.map(({ name, place, required, expects, description }) => (
          <tr>
            <td>
              <code>{name}</code> {place === 'path' || !required ? '' : '(required)'}
            </td>
            <td>{expects}</td>
            <td>{description}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );

const Problems = () => (
  <section id="problems">
    <h2>Problems</h2>
    <p>
      Whatever cannot be answered is a problem as RFC 9457 has it, <code>application/problem+json</code>: its{' '}
      <code>type</code> leads here, and its <code>detail</code> says what was expected and what it was.
    </p>
    <Table label="Every problem">
      <tbody>
        {Object.entries(problems).map(([kind, { status, title }]) => (
          <tr id={kind}>
            <td>
              <code>{kind}</code>
            </td>
            <td>{status}</td>
            <td>{title}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  </section>
);

function curl({ method, example, body }: Endpoint, origin: string): string {
  const address = `'${origin}${example}'`;
  if (method === 'get') return `curl ${address}`;
  return `curl ${address} --json '${JSON.stringify(body)}'`;
}

async function answer(programs: Rest['app'], { method, example, body, streams }: Endpoint): Promise<string> {
  if (streams)
    return 'event: run\ndata: {"receipt":"…","model":"rental-index","subject":"h100/on_demand/neocloud",…}\nid: 12.0.7.3';
  const response = await programs.request(example.replace(/^\/v1/, ''), {
    method: method.toUpperCase(),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const lines = JSON.stringify(await response.json(), undefined, 2).split('\n');
  const shown = lines.slice(0, shownLines).join('\n');
  return lines.length > shownLines ? `${shown}\n… ${lines.length - shownLines} more lines` : shown;
}
