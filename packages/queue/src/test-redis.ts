/** A throwaway Redis server for tests, where redis-server is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './test-link.ts';

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

export const redisIsInstalled = spawnSync('redis-server', ['--version']).status === 0;

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 50 });
  client.on('error', () => {});
  await client.ping();
  client.disconnect();
  return {
    url,
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
