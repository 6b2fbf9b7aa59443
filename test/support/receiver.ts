/** A webhook receiver on this machine that checks signatures and remembers what it was sent. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly id: string;
  readonly type: string;
  readonly time: string;
}

export async function startReceiver() {
  const secret = `whsec_${Buffer.from('a secret of this test run only').toString('base64')}`;
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    new Webhook(secret).verify(body, headers);
    received.push({ ...JSON.parse(body), id: headers['webhook-id'] ?? '' });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    received,
    environment: {
      BANDGAP_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      BANDGAP_WEBHOOK_SECRET: secret,
      BANDGAP_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    },
  };
}
