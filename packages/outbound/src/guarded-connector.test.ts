/** No socket is opened to an address that is not public, however it is spelt, named, resolved or redirected to. */
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createOutbound, type OutboundOptions } from './create-outbound.ts';
import { type HostileServer, hostileServer } from './hostile-server.ts';
import { OutboundError } from './outbound-error.ts';

let server: HostileServer;
let home: string;
beforeAll(async () => {
  server = await hostileServer();
  home = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.close());
afterEach(() => {
  vi.restoreAllMocks();
});

const outbound = (options: Partial<OutboundOptions> = {}) =>
  createOutbound({ userAgent: 'test', allowPrivate: ['127.0.0.1'], ...options });

async function failureOf({ url }: { readonly url: string }, options: Partial<OutboundOptions> = {}) {
  const client = outbound(options);
  const outcome = await client.request({ url }).catch((error: unknown) => error);
  await client.close();
  if (outcome instanceof OutboundError) return outcome;
  throw new Error(`expected an OutboundError, was ${JSON.stringify(outcome)}`, { cause: outcome });
}

/** The options object inside what `net.connect` hands to `Socket.connect`. */
function dialOf(given: readonly unknown[]) {
  type Dial = { host: string; lookup: (host: string, options: object, found: (...answer: unknown[]) => void) => void };
  const isDial = (each: unknown): each is Dial => typeof each === 'object' && each !== null && 'lookup' in each;
  const dial = given.flat().find(isDial);
  if (dial === undefined) throw new Error(`expected connect options, was ${String(given)}`);
  return dial;
}

describe('public addresses only', () => {
  const sockets = () => vi.spyOn(Socket.prototype, 'connect');
  const resolvesTo =
    (...addresses: readonly string[]) =>
    async () =>
      addresses;

  test.each([
    ...['http://127.0.0.2/', 'http://2130706434/', 'http://0x7f000002/', 'http://0177.0.0.2/', 'http://127.2/'],
    ...['http://１２７.0.0.2/', 'http://0/', 'http://10.1.2.3/', 'http://169.254.1.1/', 'https://192.168.0.1/'],
    ...['http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.2]/', 'http://[64:ff9b::7f00:2]/'],
    ...['http://[2002:7f00:2::]/', 'http://[fd00::1]/', 'http://[fe80::1]/'],
  ])('opens no socket to %s', async (url) => {
    const connect = sockets();
    expect((await failureOf({ url })).code).toBe('private_address');
    expect(connect).not.toHaveBeenCalled();
  });

  test('names no private address to those who connect by other means', async () => {
    const client = outbound({ resolve: resolvesTo('10.0.0.1') });
    await expect(client.addressOf('mail.example.org')).rejects.toMatchObject({ code: 'private_address' });
    await expect(client.addressOf('127.0.0.2')).rejects.toMatchObject({ code: 'private_address' });
    await expect(client.addressOf('127.0.0.1')).resolves.toBe('127.0.0.1');
    await client.close();
  });

  test.each([
    ['one private address', ['127.0.0.1']],
    ['a private address among public ones', ['93.184.216.34', '10.0.0.1']],
    ['a mapped private address', ['::ffff:10.0.0.1']],
    ['nonsense', ['localhost']],
  ])('opens no socket to a name with %s', async (_name, addresses) => {
    const connect = sockets();
    const failure = await failureOf({ url: 'https://example.test/' }, { resolve: resolvesTo(...addresses) });
    expect(failure.code).toBe('private_address');
    expect(failure.message).toContain(`expected a public address, was example.test at ${addresses.at(-1)}`);
    expect(connect).not.toHaveBeenCalled();
  });

  test('asks the system resolver where none is given', async () => {
    expect((await failureOf({ url: 'http://localhost/' })).code).toBe('private_address');
  });

  test('a name that resolves to nothing, or not at all, is a connection error', async () => {
    const url = 'https://example.test/';
    expect((await failureOf({ url }, { resolve: resolvesTo() })).code).toBe('connection');
    const failure = await failureOf({ url }, { resolve: () => Promise.reject(new Error('SERVFAIL')) });
    expect([failure.code, failure.message]).toEqual([
      'connection',
      'https://example.test/: expected an HTTP response, was SERVFAIL',
    ]);
  });

  test('opens no socket for a redirect to a private address', async () => {
    const connect = sockets();
    const failure = await failureOf({ url: `${home}/to-private` });
    expect([failure.code, failure.url]).toEqual(['private_address', 'http://10.0.0.1/latest/meta-data']);
    expect(connect.mock.calls.map((call) => dialOf(call).host)).toEqual(['127.0.0.1']);
  });

  test('connects to the addresses it checked, whatever the resolver says later', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const resolve = vi.fn(async () => answers.shift() ?? []);
    const dialled: unknown[] = [];
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...given: unknown[]) {
      const { host, lookup } = dialOf(given);
      lookup(host, { all: true }, (_error, addresses) => dialled.push(addresses));
      queueMicrotask(() => this.destroy(new Error('no network in this test')));
      return this;
    });
    const client = outbound({ resolve });
    const url = 'http://rebinding.test/';
    await expect(client.request({ url })).rejects.toMatchObject({ code: 'connection' });
    expect(dialled).toEqual([[{ address: '93.184.216.34', family: 4 }]]);
    await expect(client.request({ url })).rejects.toMatchObject({ code: 'private_address' });
    expect(dialled).toHaveLength(1);
    expect(resolve).toHaveBeenCalledTimes(2);
  });

  test('a vouched name may be private, and is still the name in the Host header', async () => {
    const client = outbound({ allowPrivate: ['hooks.test'], resolve: resolvesTo('127.0.0.1') });
    expect((await client.request({ url: `http://hooks.test:${server.port}/text` })).status).toBe(200);
    expect(server.seen.at(-1)?.headers.host).toBe(`hooks.test:${server.port}`);
  });
});
