/** The feed of changes, at one address. */
import type { Hono } from 'hono';
import type { ApiDeps } from '../serve/deps.ts';
import { atomFeed } from './atom.ts';

/** As many as a reader that comes once a week will miss none of. */
const newest = 200;

export function mountFeed(app: Hono, { readers }: ApiDeps): void {
  app.get('/changes.atom', async (context) => {
    const events = await readers.events({ onlyNews: true, limit: newest });
    const feed = atomFeed({ url: context.req.url, events, dataTime: await readers.dataTime() });
    return context.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
  });
}
