/** Headers that keep a page from loading, running or being framed by anything of others, and the guard against DNS rebinding. */
import type { MiddlewareHandler } from 'hono';
import { problem, Refusal, wantsProblem } from './problem.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  context.header('Content-Security-Policy', contentSecurityPolicy);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'same-origin');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
  await next();
};

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Whether only programs of this machine can reach a server bound to `host`. */
export const isLoopback = (host: string): boolean => loopback.includes(host) || host === '::1';

/** The names a server bound to `host` may be asked for: on loopback its own, so that no other name leads a browser here. */
export const hostsOf = (host: string): readonly string[] | undefined => (isLoopback(host) ? loopback : undefined);

export const hostGuard =
  (hosts: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (hosts.includes(hostname)) return next();
    const refusal = new Refusal('misdirected', `expected the host to be one of ${hosts.join(', ')}, was ${hostname}`);
    return wantsProblem(context) ? problem(context, refusal) : context.text(refusal.message, 421);
  };
