/** A server on this machine whose paths behave well until told otherwise, and then each in its own bad way. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { ownRecordings } from './bandgap.ts';

const json = readFileSync(`${ownRecordings}/gpurentalprices/2026-06-01.json`, 'utf8');
const page = readFileSync(`${ownRecordings}/dramexchange/2026-03-02.html`, 'utf8');

type Misdeed = (response: ServerResponse) => unknown;

const misdeeds: Readonly<Record<string, Misdeed>> = {
  hangs: () => undefined,
  half: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) });
    response.write(json.slice(0, json.length / 2), () => response.destroy());
  },
  html: (response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Are you human?</title>'),
  encoding: (response) => response.end(Buffer.from(json, 'utf16le')),
  bomb: (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(100 * 1024 * 1024))),
  private: (response) => response.writeHead(302, { location: 'http://10.11.12.13/' }).end(),
  times1000: (response) =>
    response.end(json.replaceAll(/"usd_hr": ([\d.]+)/g, (_, price) => `"usd_hr": ${price * 1000}`)),
  shrunk: (response) =>
    response.end(JSON.stringify({ ...JSON.parse(json), offers: JSON.parse(json).offers.slice(0, 12) })),
  nested: (response) => response.end(`${'<div>'.repeat(100_000)}${page}`),
  renamed: (response) => response.end(page.replaceAll('Session Average', 'Mean of Session')),
};

export async function startHostileServer() {
  let hostile = false;
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    if (hostile) misdeeds[name]?.(response);
    else response.end(name === 'nested' || name === 'renamed' ? page : json);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    turnHostile() {
      hostile = true;
    },
  };
}
