/** What the JSON interface answers instead of data: a problem as RFC 9457 writes it. */
import type { Context } from 'hono';

const titles = { 404: 'Not found', 421: 'Misdirected request', 500: 'Internal error', 503: 'Not ready' } as const;

export const wantsJson = (context: Context): boolean => context.req.path.startsWith('/api/');

export const problem = (context: Context, status: keyof typeof titles, detail: string): Response =>
  context.body(JSON.stringify({ type: 'about:blank', title: titles[status], status, detail }), status, {
    'Content-Type': 'application/problem+json',
  });
