/** Answers that end bear a tag of their bytes, so that what did not change is not sent again, and are compressed. */
import { sha256 } from '@bandgap/core';
import type { Context, MiddlewareHandler } from 'hono';
import { type Bytes, compressed, isCompressible } from './compressed.ts';

/** Streams stay as they are. A browser asks each time, and is told when it has the newest already. */
export const wholeAnswers: MiddlewareHandler = async (context, next) => {
  context.header('Cache-Control', 'no-cache');
  await next();
  const { res } = context;
  const { status, headers } = res;
  const contentType = headers.get('Content-Type') ?? '';
  if (headers.has('ETag') || contentType.startsWith('text/event-stream') || res.body === null) return;
  const body = new Uint8Array(await res.arrayBuffer());
  replace(context, await whole(context, { body, status, headers: new Headers(headers) }));
};

/** What is at hand as a whole, with the headers that every answer bears: it need not be read back from a response. */
export const sendWhole = (
  context: Context,
  body: string | Bytes,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => whole(context, { body, status: 200, headers: context.body(null, 200, headers).headers });

interface Answer {
  readonly body: string | Bytes;
  readonly status: number;
  readonly headers: Headers;
}

async function whole({ req }: Context, { body, status, headers }: Answer): Promise<Response> {
  const isRead = status === 200 && (req.method === 'GET' || req.method === 'HEAD');
  const tag = sha256(body).slice(0, 32);
  if (isRead) headers.set('ETag', `"${tag}"`);
  if (isRead && req.header('If-None-Match')?.includes(`"${tag}"`)) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  headers.delete('Content-Length');
  if (!isCompressible(headers.get('Content-Type') ?? '')) return new Response(body, { status, headers });
  headers.append('Vary', 'Accept-Encoding');
  const shorter = await compressed(body, req.header('Accept-Encoding') ?? '');
  if (shorter === undefined) return new Response(body, { status, headers });
  headers.set('Content-Encoding', shorter.encoding);
  if (isRead) headers.set('ETag', `W/"${tag}"`);
  return new Response(shorter.bytes, { status, headers });
}

/** Without the headers of the answer that it takes the place of. */
function replace(context: Context, response: Response): void {
  context.res = undefined;
  context.res = response;
}
