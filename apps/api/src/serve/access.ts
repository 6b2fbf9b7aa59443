/** Who may read and who may change: nobody needs a token on this machine, everybody does from elsewhere. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { UsageError } from '@bandgap/core';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { problem, Refusal, wantsProblem } from './problem.ts';

export interface Access {
  /** Only programs of this machine can reach the server. */
  readonly loopback: boolean;
  /** Without it, whoever reaches the server may read. */
  readonly readToken?: string | undefined;
  /** Allows to read and to change. Without it, only this machine may change. */
  readonly writeToken?: string | undefined;
}

/** Throws a UsageError where others than this machine could read without a token. */
export function checkAccess({ loopback, readToken }: Access, host: string): void {
  if (loopback || readToken !== undefined) return;
  throw new UsageError(
    `BANDGAP_HOST=${host} lets others than this machine in: expected BANDGAP_API_TOKEN beside it, at least 16 characters, was not set (openssl rand -hex 24 makes one)`,
  );
}

const cookieName = 'bandgap';
/** What a browser keeps is not the token itself. */
const cookieOf = (token: string): string => createHash('sha256').update(`cookie of ${token}`).digest('hex');

/** Hashes have one length, so that comparing them tells nothing of it. */
function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

const bearerOf = ({ req }: Context): string | undefined =>
  /^Bearer +(\S+)$/i.exec(req.header('Authorization') ?? '')?.[1];

/** Whether the request bears this token, as `Authorization: Bearer`, or the cookie a browser was given for it. */
function bears(context: Context, token: string | undefined): boolean {
  if (token === undefined) return false;
  const bearer = bearerOf(context);
  const cookie = getCookie(context, cookieName);
  return (bearer !== undefined && same(bearer, token)) || (cookie !== undefined && same(cookie, cookieOf(token)));
}

/** A supervisor asks these without a token; they say nothing but that. */
const open = ['/livez', '/readyz'];

/** Lets nobody read without a token where one is set. A browser brings it once, as ?token=, and gets a cookie for it. */
export const reads =
  ({ readToken, writeToken }: Access): MiddlewareHandler =>
  async (context, next) => {
    const { req } = context;
    if (readToken === undefined || open.includes(req.path)) return next();
    if (bears(context, readToken) || bears(context, writeToken)) return next();
    const brought = req.method === 'GET' ? req.query('token') : undefined;
    const accepted = [readToken, writeToken].find(
      (token) => token !== undefined && brought !== undefined && same(brought, token),
    );
    if (accepted !== undefined) return keepAndForget(context, accepted);
    const refusal = new Refusal(
      'token-required',
      `expected the token of this server as Authorization: Bearer, or once as ?token=, was ${bearerOf(context) === undefined && brought === undefined ? 'none' : 'another'}`,
    );
    context.header('WWW-Authenticate', 'Bearer realm="bandgap"');
    return wantsProblem(context) ? problem(context, refusal) : context.text(refusal.message, 401);
  };

/** Gives the browser a cookie and sends it to the same address without the token. */
function keepAndForget(context: Context, token: string): Response {
  const url = new URL(context.req.url);
  url.searchParams.delete('token');
  setCookie(context, cookieName, cookieOf(token), {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: 30 * 86_400,
    secure: url.protocol === 'https:',
  });
  return context.redirect(`${url.pathname}${url.search}`, 303);
}

/** For routes that change something: not from another site's page, and from elsewhere not without the token for it. */
export const writes =
  ({ loopback, writeToken }: Access): MiddlewareHandler =>
  async (context, next) => {
    const from = otherSite(context);
    if (from !== undefined)
      throw new Refusal('cross-site', `expected a request from a page of this server, was from ${from}`);
    if (writeToken === undefined && !loopback)
      throw new Refusal('read-only', 'expected BANDGAP_WRITE_TOKEN to be set on the server, was not: it only reads');
    if (writeToken !== undefined && !bears(context, writeToken))
      throw new Refusal(
        'read-only',
        'expected the token for changes as Authorization: Bearer, or once as ?token=, was not it',
      );
    return next();
  };

/** Where a request comes from, if that is another site. Programs send neither header; the form of a page that sends no referrer says its origin is null. */
function otherSite({ req }: Context): string | undefined {
  const site = req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? undefined : `a ${site} page`;
  const origin = req.header('Origin');
  return origin === undefined || origin.replace(/^https?:\/\//, '') === new URL(req.url).host ? undefined : origin;
}
