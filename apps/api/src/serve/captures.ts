/** The bytes of a document as plain text, so that no browser runs or shows them as a page of ours. */
import type { Hono } from 'hono';
import type { PageDeps } from './page.tsx';

export function mountCaptures(app: Hono, { readers }: PageDeps): void {
  app.get('/sources/:id/captures/:capture{[0-9]{1,15}}', async (context) => {
    const { id, capture } = context.req.param();
    const document = await readers.captureBytes(id, Number(capture));
    if (document === undefined) return context.notFound();
    return context.body(new Uint8Array(document.bytes), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}-${capture}.txt"`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
}
