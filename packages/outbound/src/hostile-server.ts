/** A server for tests that does what the worst servers do. One path per misdeed. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

export interface HostileServer {
  readonly port: number;
  /** Method, path and headers of every request that arrived. */
  readonly seen: readonly IncomingMessage[];
  close(): Promise<void>;
}

type Misdeed = (request: IncomingMessage, response: ServerResponse) => void;

export async function hostileServer(misdeeds: Readonly<Record<string, Misdeed>> = {}): Promise<HostileServer> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const act = { ...standardMisdeeds, ...misdeeds }[pathname];
    if (act === undefined) response.writeHead(404).end();
    else act(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`expected a TCP address, was ${address}`);
  return {
    port: address.port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const text = 'price\n4.92\n'.repeat(1000);
const coded =
  (coding: string, body: Buffer): Misdeed =>
  (_request, response) =>
    response.writeHead(200, { 'content-encoding': coding }).end(body);
const redirect =
  (status: number, location: string): Misdeed =>
  (_request, response) =>
    response.writeHead(status, { location }).end('moved');

const standardMisdeeds: Readonly<Record<string, Misdeed>> = {
  '/text': (_request, response) => response.end(text),
  '/echo': (request, response) => request.pipe(response.writeHead(200, { 'x-method': request.method ?? '' })),
  '/gzip': coded('gzip', gzipSync(text)),
  '/br': coded('br', brotliCompressSync(text)),
  '/deflate': coded('deflate', deflateSync(text)),
  '/raw-deflate': coded('deflate', deflateRawSync(text)),
  '/zstd': coded('zstd', Buffer.from(text)),
  '/gzip-twice': coded('gzip, gzip', gzipSync(gzipSync(text))),
  '/gzip-lie': coded('gzip', Buffer.from('<html>not compressed at all</html>')),
  '/gzip-cut': coded('gzip', gzipSync(text).subarray(0, -8)),
  '/gzip-nothing': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '0' }).end(),
  '/no-content': (_request, response) => response.writeHead(204, { 'content-encoding': 'gzip' }).end(),
  '/etag': (request, response) => {
    const current = request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] === 'yesterday';
    response.writeHead(current ? 304 : 200, { etag: '"v1"', 'content-encoding': 'identity' }).end(current ? '' : text);
  },
  '/busy': (_request, response) => response.writeHead(429, { 'retry-after': '99999' }).end('later'),
  '/no-answer': () => {},
  '/hang-up': (_request, response) => response.destroy(),
  '/drip': (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    const drip = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(drip));
  },
  '/half': (_request, response) => {
    response.writeHead(200, { 'content-length': String(text.length) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  '/half-chunked': (_request, response) => {
    response.writeHead(200);
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  '/loop': redirect(302, '/loop'),
  '/to-text': redirect(301, '/text'),
  '/see-other': redirect(303, '/echo'),
  '/again': redirect(307, '/echo'),
  '/to-private': redirect(302, 'http://10.0.0.1/latest/meta-data'),
  '/to-short-loopback': redirect(302, 'http://127.1:80/'),
  '/to-file': redirect(302, 'file:///etc/passwd'),
  '/to-broken': redirect(302, 'http://'),
  '/to-nowhere': (_request, response) => response.writeHead(302).end('no location'),
};
