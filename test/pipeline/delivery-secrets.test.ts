/** Addresses, tokens and passwords of channels are in no table, no log line and no message, whatever the receiver does. */
import { createOutbound } from '@bandgap/outbound';
import { type Channel, deliverer, email, owedMessages, slack, telegram, webhook } from '@bandgap/worker';
import { expect, onTestFinished, test } from 'vitest';
import { oweMessages } from '../support/crossing.ts';
import { openFreshDatabase } from '../support/database.ts';
import { everyRow } from '../support/every-row.ts';
import { startHttpReceiver } from '../support/http-receiver.ts';
import { startMailReceiver } from '../support/mail-receiver.ts';

const secret = 'CANARYc4n4ry';

test.each([
  ['that is gone', 410],
  ['that fails', 500],
  ['that redirects', 302],
  ['that takes the message', 200],
] as const)('a receiver %s', async (_, status) => {
  const { origin, taken } = await startHttpReceiver(() => ({ status, headers: { location: `/${secret}` } }));
  const mail = await startMailReceiver({
    refusals: status === 200 ? [] : [554, 554],
    login: { user: secret, password: secret },
  });
  const outbound = createOutbound({
    userAgent: 'test',
    allowPrivate: ['127.0.0.1'],
    maxRedirects: 0,
    perHostIntervalMs: 0,
  });
  onTestFinished(() => outbound.close());
  const channels: readonly Channel[] = [
    webhook({
      url: `${origin}/${secret}`,
      secrets: [`whsec_${Buffer.from(secret.repeat(3)).toString('base64')}`],
      outbound,
    }),
    slack({ url: `${origin}/services/${secret}`, outbound }),
    telegram({ token: `1:${secret}`, chat: secret, outbound, api: origin }),
    email({
      smtpUrl: `smtp://${secret}:${secret}@127.0.0.1:${mail.port}`,
      from: 'a@example.org',
      to: ['b@example.org'],
      outbound,
      deadlineMs: 5000,
    }),
  ];
  const db = await openFreshDatabase();
  const lines: string[] = [];
  const log = {
    info: (...said: readonly unknown[]) => void lines.push(JSON.stringify(said)),
    warn: (...said: readonly unknown[]) => void lines.push(JSON.stringify(said)),
  };
  const now = '2026-12-01T00:00:00.000Z';
  const worker = deliverer({ db, channels, rules: [], publicUrl: 'https://bandgap.example', clock: () => now, log });
  await oweMessages(db.query, { channels: channels.map(({ name }) => name) });
  for (const id of await owedMessages(db.query, { channels, now })) await worker.deliver(id);

  expect(taken.some(({ path }) => path.includes(secret))).toBe(true);
  const rows = await everyRow(db.databaseUrl);
  expect(rows).toContain('delivery');
  expect(rows).not.toContain(secret);
  expect(lines.length > 0).toBe(true);
  expect(lines.join('\n')).not.toContain(secret);
  const bodies = taken.map(({ body, path }) => (path.includes('bot') ? '' : new TextDecoder().decode(body))).join('\n');
  expect(bodies).not.toContain(secret);
});
