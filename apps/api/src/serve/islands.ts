/** The scripts that bring pages to life, as the compiler wrote them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';

const directory = fileURLToPath(new URL('../../dist/islands/', import.meta.url));

export function mountIslands(app: Hono): void {
  const scripts = new Map(
    readdirSync(directory)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(`${directory}${file}`, 'utf8')]),
  );
  app.get('/islands/:file', (context) => {
    const script = scripts.get(context.req.param('file'));
    if (script === undefined) return context.notFound();
    return context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
}
