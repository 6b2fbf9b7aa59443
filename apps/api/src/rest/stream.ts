/** `/v1/stream`: what is stored, as it is stored, as server-sent events. Who comes back is told what was missed. */
import { ServerResponse } from 'node:http';
import { messageOf } from '@bandgap/core';
import { changesOf, type Query, type StreamPosition, streamed } from '@bandgap/db';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { Refusal } from '../serve/problem.ts';
import type { ChangeFeed } from './change-feed.ts';
import { problemResponses } from './table.ts';

const follow = createRoute({
  method: 'get',
  path: '/stream',
  tags: ['Stream'],
  summary: 'What is stored, as it is stored',
  description:
    'Server-sent events named run, transition, reading and event, each with the names and times of what was stored; figures are asked for by receipt. Each has an id, and the first id comes alone as soon as changes are followed. Whoever sends the last one as Last-Event-ID, as browsers do when they come back, is first told what was stored since.',
  request: {
    headers: z.object({
      'last-event-id': z
        .string()
        .regex(/^\d{1,15}(?:\.\d{1,15}){3}$/, 'the id of an earlier event')
        .optional()
        .openapi({ example: '0.0.0.0' }),
    }),
  },
  responses: {
    200: { description: 'A stream without an end.', content: { 'text/event-stream': { schema: z.string() } } },
    ...problemResponses('unavailable'),
  },
});

const mostFollowers = 100;
const heartbeatMs = 15_000;
/** Changes held in memory for one follower. */
const handful = 100;
/** Whoever takes nothing for so long is let go, and is told the rest when it comes back. */
const patienceMs = 15_000;

interface StreamDeps {
  readonly query: Query;
  readonly changes: ChangeFeed;
  log(line: string): void;
}

export function mountStream(rest: OpenAPIHono, { query, changes, log }: StreamDeps): void {
  let followers = 0;
  rest.openapi(follow, (context) => {
    if (followers >= mostFollowers || changes.closed)
      throw new Refusal('unavailable', `expected at most ${mostFollowers} followers, was one more`);
    const asked = context.req.valid('header')['last-event-id'];
    followers += 1;
    return streamSSE(context, async (stream) => {
      try {
        const from = asked === undefined ? undefined : positionOf(asked);
        await tell(followerOf(context, stream), { query, changes, from });
      } catch (error) {
        log(`stream: ${messageOf(error)}`);
      } finally {
        followers -= 1;
      }
    });
  });
}

interface Telling {
  readonly query: Query;
  readonly changes: ChangeFeed;
  readonly from: StreamPosition | undefined;
}

interface Follower {
  readonly gone: AbortSignal;
  /** Waits until it was taken, as far as the buffers of the connection go. */
  write(text: string): Promise<void>;
}

function followerOf(context: Context, stream: SSEStreamingApi): Follower {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort());
  return {
    gone: gone.signal,
    write: async (text) => {
      const letGo = setTimeout(() => disconnect(context), patienceMs);
      await stream.write(text);
      clearTimeout(letGo);
    },
  };
}

const Connection = z.object({ outgoing: z.instanceof(ServerResponse) });

/** What is written to a connection that nobody reads from is never done: it has to be broken. */
const disconnect = (context: Context): void => void Connection.safeParse(context.env).data?.outgoing.destroy();

async function tell(follower: Follower, { query, changes, from }: Telling): Promise<void> {
  await follower.write('retry: 3000\n\n');
  const settled = await changes.settled();
  if (settled === undefined) return;
  let position = from ?? settled;
  await follower.write(`id: ${idOf(position)}\n\n`);
  while (!follower.gone.aborted && !changes.closed) {
    const until = await changes.beyond(position, { patienceMs: heartbeatMs, abandoned: follower.gone });
    if (until === undefined) await follower.write(': nothing new\n\n');
    else position = await tellBetween(follower, query, { position, until });
  }
}

/** Tells one handful of each kind, and returns how far that went. */
async function tellBetween(
  follower: Follower,
  query: Query,
  { position, until }: { readonly position: StreamPosition; readonly until: StreamPosition },
): Promise<StreamPosition> {
  let told = position;
  for (const kind of streamed) {
    const found = await changesOf(query, kind, { after: told[kind], until: until[kind], limit: handful });
    for (const { id, ...change } of found) {
      told = { ...told, [kind]: id };
      await follower.write(`event: ${kind}\nid: ${idOf(told)}\ndata: ${JSON.stringify(change)}\n\n`);
    }
    if (found.length < handful) told = { ...told, [kind]: Math.max(until[kind], told[kind]) };
  }
  return told;
}

const idOf = (position: StreamPosition): string => streamed.map((kind) => position[kind]).join('.');

function positionOf(id: string): StreamPosition {
  const [run = 0, transition = 0, reading = 0, event = 0] = id.split('.').map(Number);
  return { run, transition, reading, event };
}
