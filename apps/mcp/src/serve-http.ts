/** The tools over streamable HTTP, on this machine only. Each request stands alone, so any number of agents may ask at once. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { messageOf } from '@bandgap/core';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createMcpServer } from './create-server.ts';
import type { McpDeps } from './deps.ts';

export interface ServedOverHttp {
  readonly url: string;
  close(): Promise<void>;
}

const host = '127.0.0.1';
const path = '/mcp';

/** Rejects when the port cannot be had; 0 takes a free one. */
export async function serveHttp(deps: McpDeps, port: number): Promise<ServedOverHttp> {
  const server = createServer((request, response) => {
    answer(deps, request, response).catch((error: unknown) => {
      deps.log(`${request.method} ${request.url} failed: ${messageOf(error)}`);
      if (!response.headersSent) refuse(response, 500, 'something went wrong here; it is in the log of the server');
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://${host}:${typeof address === 'object' ? address?.port : port}${path}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(deps: McpDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const guarded = refusalOf(request);
  if (guarded !== undefined) return refuse(response, guarded.status, guarded.why);
  const server = createMcpServer(deps);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on('close', () => void transport.close().then(() => server.close()));
  await server.connect(transport);
  await transport.handleRequest(request, response);
}

const ownNames = ['127.0.0.1', 'localhost'];

/** Another name for this machine, or a page of another origin, is a browser that was led here. */
function refusalOf({ headers, url, method }: IncomingMessage) {
  const asked = nameIn(`http://${headers.host ?? ''}`);
  if (!ownNames.includes(asked))
    return { status: 421, why: `expected the host ${ownNames.join(' or ')}, was ${asked}` };
  const origin = headers.origin === undefined ? undefined : nameIn(headers.origin);
  if (origin !== undefined && !ownNames.includes(origin))
    return { status: 403, why: `expected no origin, or one of this machine, was ${headers.origin}` };
  if (new URL(url ?? '/', 'http://localhost').pathname !== path)
    return { status: 404, why: `expected ${path}, was ${url}` };
  return method === 'POST'
    ? undefined
    : { status: 405, why: `expected POST, was ${method}: nothing is streamed unasked` };
}

const nameIn = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...(status === 405 ? { Allow: 'POST' } : {}) });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }));
}
