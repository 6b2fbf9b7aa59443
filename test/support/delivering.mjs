/** A process that delivers what a database is owed, and ends when that is nothing. Run on built code, to be killed. */

import { openDb } from '@bandgap/db';
import { createOutbound } from '@bandgap/outbound';
import { deliverer, owedMessages, webhook } from '@bandgap/worker';

const { DATABASE_URL, RECEIVER, SECRET, MINUTES } = process.env;

/** Later than the claims of those who were killed before. */
const clock = () => new Date(Date.now() + Number(MINUTES) * 60_000).toISOString();
const db = openDb({ databaseUrl: DATABASE_URL, onError: () => undefined });
const outbound = createOutbound({ userAgent: 'test', allowPrivate: true });
const channels = [webhook({ url: RECEIVER, secrets: [SECRET], outbound })];
const log = { info: () => undefined, warn: () => undefined };
const worker = deliverer({ db, channels, rules: [], publicUrl: 'https://bandgap.example', clock, log });

for (;;) {
  const ids = await owedMessages(db.query, { channels, now: clock() });
  if (ids.length === 0) break;
  await Promise.all(ids.map((id) => worker.deliver(id)));
}
await db.close();
await outbound.close();
