/** So many requests a minute from one address, and as many at once: a bucket of tokens that fills all the time. */
import type { Clock } from '@bandgap/core';
import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { problem, Refusal, wantsProblem } from './problem.ts';

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Addresses remembered; the one that asked longest ago is forgotten first, and starts with a full bucket again. */
const mostAddresses = 10_000;

export function rateLimit({
  perMinute,
  clock,
}: {
  readonly perMinute: number;
  readonly clock: Clock;
}): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  const perSecond = perMinute / 60;
  return async (context, next) => {
    const address = clientAddress(context);
    const now = Date.parse(clock()) / 1000;
    const { tokens, at } = buckets.get(address) ?? { tokens: perMinute, at: now };
    const left = Math.min(perMinute, tokens + Math.max(0, now - at) * perSecond) - 1;
    buckets.delete(address);
    buckets.set(address, { tokens: Math.max(left, 0), at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > mostAddresses && oldest !== undefined) buckets.delete(oldest);
    if (left >= 0) return next();

    context.header('Retry-After', String(Math.ceil(1 / perSecond)));
    const refusal = new Refusal('too-many-requests', `expected at most ${perMinute} requests a minute from ${address}`);
    return wantsProblem(context) ? problem(context, refusal) : context.text(refusal.message, 429);
  };
}

const Connection = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/** The address a request came from; of IPv6 the network, of which one customer has all addresses. */
export function clientAddress({ env }: Context): string {
  const { data } = Connection.safeParse(env);
  const address = data?.incoming.socket.remoteAddress.replace(/^::ffff:(?=\d+\.)/, '') ?? 'an unknown address';
  return address.includes(':') ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = tail.split(':').filter((group) => group !== '');
  const zeros = address.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : [];
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
