/** Buckets fill while time passes, and everybody has one of their own. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress, rateLimit } from './rate-limit.ts';

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

test('sixty a minute are sixty at once and one a second', async () => {
  let now = Date.parse('2026-05-01T00:00:00Z');
  const app = new Hono();
  app.use(rateLimit({ perMinute: 60, clock: () => new Date(now).toISOString() }));
  app.get('/', (context) => context.text('here'));
  const ask = async (address: string) => (await app.request('/', {}, from(address))).status;

  const burst = await Promise.all(Array.from({ length: 61 }, () => ask('192.0.2.1')));
  expect(burst.filter((status) => status === 200)).toHaveLength(60);
  expect(await ask('192.0.2.2')).toBe(200);
  now += 2500;
  expect([await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')]).toEqual([200, 200, 429]);
  now -= 60_000;
  expect(await ask('192.0.2.1')).toBe(429);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', async (address, expected) => {
  const app = new Hono();
  app.get('/', (context) => context.text(clientAddress(context)));
  expect(await (await app.request('/', {}, from(address))).text()).toBe(expected);
});
