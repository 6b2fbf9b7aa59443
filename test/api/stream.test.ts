/** Followers are told everything that is stored, once and in order, also what they missed; and they hold up nobody. */
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { marketApi, type Server } from './market-api.ts';

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Transactions of the whole server are waited for, those of other tests too. */
const eventually = (reached: () => boolean) => vi.waitUntil(reached, { timeout: 25_000 });

/** Reads a stream until it has told so much. */
function follow(server: Server, lastEventId?: string) {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const told: Told[] = [];
  const reached = { answered: false, following: false };
  const ended = (async () => {
    const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
    const response = await fetch(new URL('/v1/stream', server.url), { headers, signal: leaving.signal });
    if (response.body === null || response.status !== 200)
      throw new Error(`${response.status} ${await response.text()}`);
    reached.answered = true;
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        const data = fields.get('data');
        if (fields.has('id')) reached.following = true;
        if (data !== undefined)
          told.push({ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) });
      }
    }
  })().catch((error: Error) => error);
  const until = async (count: number) => {
    await eventually(() => told.length >= count);
    return told;
  };
  return {
    told,
    until,
    answered: () => eventually(() => reached.answered),
    following: () => eventually(() => reached.following),
    ended,
    leave: () => leaving.abort(),
  };
}

const storeRuns = (server: Server, count: number, subject = 'subject') =>
  server.client.query(
    `insert into run (receipt, model, version, subject, as_of, known_at, revision, question, output)
     select encode(sha256(convert_to(question, 'UTF8')), 'hex'), 'test', 1, $2, now(), now(), 1, question::json, '{}'
     from generate_series(1, $1::int) number
     cross join lateral (select json_build_object('inputs', '[]'::json, 'number', number, 'at', clock_timestamp())::text as question) asked
     order by number`,
    [count, subject],
  );

/** Asks for everything that was ever stored and reads nothing of it. Returns the server's end of the connection. */
async function stall({ url }: Server): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const reader = connect(Number(port), hostname).pause();
  onTestFinished(() => void reader.destroy());
  const asked = new Promise<Socket>((resolve) => {
    const note = (message: unknown) => {
      const { request } = message as { readonly request: IncomingMessage };
      if (request.socket.remotePort === reader.localPort) resolve(request.socket);
    };
    diagnostics.subscribe('http.server.request.start', note);
    onTestFinished(() => void diagnostics.unsubscribe('http.server.request.start', note));
  });
  reader.write('GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nLast-Event-ID: 0.0.0.0\r\n\r\n');
  return asked;
}

test('tells what was missed, in order, and goes on', async () => {
  const server = await marketApi();
  const stored = await server.client.query<{ receipt: string }>('select receipt from run order by id');
  const readings = await server.client.query('select id from reading');
  const all = stored.rows.length + readings.rows.length;
  const follower = follow(server, '0.0.0.0');
  await follower.until(all);
  const runs = () => follower.told.filter(({ event }) => event === 'run').map(({ data }) => data.receipt);
  expect(runs()).toEqual(stored.rows.map(({ receipt }) => receipt));
  expect(follower.told.find(({ event }) => event === 'reading')?.data).toMatchObject({ verdict: 'accepted' });

  await storeRuns(server, 3);
  await follower.until(all + 3);
  const { rows } = await server.client.query<{ receipt: string }>('select receipt from run order by id');
  expect(runs()).toEqual(rows.map(({ receipt }) => receipt));
});

test('who comes back with the last id is told the rest, each change once', async () => {
  const server = await marketApi();
  const first = follow(server, '0.0.0.0');
  const seen = [...(await first.until(50))].slice(0, 50);
  first.leave();
  const { rows } = await server.client.query<{ count: number }>(
    'select (select count(*) from run) + (select count(*) from reading) as count',
  );
  const second = follow(server, seen.at(-1)?.id);
  const rest = await second.until(Number(rows[0]?.count) - 50);
  const told = [...seen, ...rest].map(({ event, data }) => JSON.stringify([event, data]));
  expect(new Set(told).size).toBe(Number(rows[0]?.count));
});

test('who comes for the first time is told only what is new', async () => {
  const server = await marketApi();
  const follower = follow(server);
  await follower.following();
  await storeRuns(server, 1);
  expect(await follower.until(1)).toMatchObject([{ event: 'run', data: { model: 'test' } }]);
});

test('a change that is stored late, with a lower number, is told all the same', async () => {
  const server = await marketApi();
  const follower = follow(server);
  await follower.following();
  const insert = (subject: string) => `
    insert into run (receipt, model, version, subject, as_of, known_at, revision, question, output)
    select encode(sha256(convert_to('{"inputs":[],"s":"${subject}"}', 'UTF8')), 'hex'), 'test', 1, '${subject}', now(), now(), 1,
      '{"inputs":[],"s":"${subject}"}', '{}'`;
  await server.client.query('begin');
  await server.client.query(insert('slow'));
  await server.db.transaction((tx) => tx.client.query(insert('quick')));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(follower.told).toEqual([]);
  await server.client.query('commit');
  expect((await follower.until(2)).map(({ data }) => data.subject)).toEqual(['slow', 'quick']);
});

test('who stops reading takes up little, holds up nobody, and is let go', async () => {
  const server = await marketApi();
  const followers = [follow(server), follow(server)];
  for (const { following } of followers) await following();
  const stalled = await stall(server);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, stalled.writableLength);
  }, 5);
  onTestFinished(() => clearInterval(watch));

  const count = 5000;
  const long = 'x'.repeat(4096);
  await storeRuns(server, count, long);
  for (const { until } of followers) expect(await until(count)).toHaveLength(count);
  expect(stalled.destroyed).toBe(false);
  await eventually(() => stalled.destroyed);
  expect(stalled.bytesWritten).toBeLessThan(count * long.length);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(100_000);

  await storeRuns(server, 1);
  for (const { until } of followers) await until(count + 1);
  expect(server.logged).toEqual([]);
}, 90_000);

test('an id that is none is refused', async () => {
  const server = await marketApi();
  const refused = await server.get('/v1/stream', { 'Last-Event-ID': '12' });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    detail: expect.stringContaining('last-event-id: expected the id of an earlier event'),
  });
});

test('the server ends with followers at its side', async () => {
  const server = await marketApi();
  const followers = Array.from({ length: 5 }, () => follow(server));
  for (const { following } of followers) await following();
  const start = performance.now();
  await server.close();
  expect(performance.now() - start).toBeLessThan(3000);
  for (const follower of followers) await follower.ended;
  expect(server.logged).toEqual([]);
});

test('the server ends with followers that wait for a transaction to end', async () => {
  const server = await marketApi();
  await server.client.query('begin');
  await storeRuns(server, 1);
  const follower = follow(server);
  await follower.answered();
  const start = performance.now();
  await server.close();
  expect(performance.now() - start).toBeLessThan(3000);
  await follower.ended;
  expect(server.logged).toEqual([]);
  await server.client.query('rollback');
});
