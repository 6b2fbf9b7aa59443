/** Answers that end bear a tag of their bytes, so that what did not change is not sent again, and are compressed. */
import { sha256 } from '@bandgap/core';
import type { Context, MiddlewareHandler } from 'hono';
import { compressed, isCompressible } from './compressed.ts';

/** Streams stay as they are. A browser asks each time, and is told when it has the newest already. */
export const wholeAnswers: MiddlewareHandler = async (context, next) => {
  context.header('Cache-Control', 'no-cache');
  await next();
  const { req, res } = context;
  const contentType = res.headers.get('Content-Type') ?? '';
  if (res.body === null || contentType.startsWith('text/event-stream')) return;

  const { status } = res;
  const headers = new Headers(res.headers);
  const body = new Uint8Array(await res.arrayBuffer());
  const tag = sha256(body).slice(0, 32);
  const isRead = req.method === 'GET' || req.method === 'HEAD';
  if (isRead && status === 200) headers.set('ETag', `"${tag}"`);
  if (isRead && status === 200 && req.header('If-None-Match')?.includes(`"${tag}"`)) {
    headers.delete('Content-Type');
    return replace(context, new Response(null, { status: 304, headers }));
  }
  if (isCompressible(contentType)) headers.append('Vary', 'Accept-Encoding');
  const shorter = isCompressible(contentType) ? await compressed(body, req.header('Accept-Encoding') ?? '') : undefined;
  if (shorter !== undefined) {
    headers.set('Content-Encoding', shorter.encoding);
    if (headers.has('ETag')) headers.set('ETag', `W/"${tag}"`);
  }
  headers.delete('Content-Length');
  return replace(context, new Response(shorter?.bytes ?? body, { status, headers }));
};

/** Without the headers of the answer that it takes the place of. */
function replace(context: Context, response: Response): void {
  context.res = undefined;
  context.res = response;
}
