/** A receiver of messages on this machine that remembers what it was sent, and answers as it is told. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Taken {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `number` counts requests from 1. */
type Answering = (number: number, taken: Taken) => Answer | 'hang' | 'cut';

export async function startHttpReceiver(answering: Answering = () => ({ status: 200 })) {
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const one = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers,
      body: new Uint8Array(await buffer(request)),
    };
    taken.push(one);
    const answer = answering(taken.length, one);
    if (answer === 'hang') return;
    if (answer === 'cut') request.socket.destroy();
    else response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { taken, origin: `http://127.0.0.1:${port}` };
}

export const jsonOfTaken = (taken: Taken | undefined) => JSON.parse(new TextDecoder().decode(taken?.body));

export const formOf = (taken: Taken | undefined): Promise<FormData> =>
  new Response(taken?.body, { headers: { 'content-type': taken?.headers['content-type'] ?? '' } }).formData();
