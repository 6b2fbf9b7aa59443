/** Each channel against a receiver on this machine: the form of its message, its picture, its limits, and what it never says. */
import { createOutbound, type Outbound } from '@bandgap/outbound';
import {
  apprise,
  type Channel,
  discord,
  email,
  mattermost,
  ntfy,
  slack,
  teams,
  telegram,
  webhook,
} from '@bandgap/worker';
import { Webhook } from 'standardwebhooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Answer, formOf, jsonOfTaken, startHttpReceiver, type Taken } from '../support/http-receiver.ts';
import { startMailReceiver } from '../support/mail-receiver.ts';
import { hostileWords, message, picture } from '../support/message.ts';

const secret = 'T0PS3CRETtoken';
const secretOf = (words: string) => `whsec_${Buffer.from(words.padEnd(32, '.')).toString('base64')}`;

function outbound(options: { readonly deadlineMs?: number; readonly allowPrivate?: readonly string[] } = {}): Outbound {
  const client = createOutbound({
    userAgent: 'test',
    allowPrivate: ['127.0.0.1'],
    maxRedirects: 0,
    deadlineMs: 5000,
    perHostIntervalMs: 0,
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}

type Open = (origin: string, outbound: Outbound) => Channel;

const channels: Readonly<Record<string, Open>> = {
  webhook: (origin, out) => webhook({ url: `${origin}/${secret}`, secrets: [secretOf(secret)], outbound: out }),
  slack: (origin, out) => slack({ url: `${origin}/services/${secret}`, outbound: out }),
  discord: (origin, out) => discord({ url: `${origin}/api/webhooks/1/${secret}`, outbound: out }),
  teams: (origin, out) => teams({ url: `${origin}/workflows/${secret}?sig=${secret}`, outbound: out }),
  mattermost: (origin, out) => mattermost({ url: `${origin}/hooks/${secret}`, outbound: out }),
  telegram: (origin, out) => telegram({ token: `1:${secret}`, chat: '-100', outbound: out, api: origin }),
  ntfy: (origin, out) => ntfy({ url: `${origin}/${secret}`, token: secret, outbound: out }),
  apprise: (origin, out) => apprise({ url: `${origin}/notify/${secret}`, outbound: out }),
};

async function sentTo(name: string, words = message(), answer: Answer = { status: 200 }) {
  const { taken, origin } = await startHttpReceiver(() => answer);
  const sent = await channels[name]?.(origin, outbound()).send(words);
  return { sent, taken: taken[0] as Taken };
}

const bytesOf = async (file: File | string | null) => new Uint8Array(await (file as File).arrayBuffer());

test('webhook: signed after Standard Webhooks, with every secret there is', async () => {
  const { taken, origin } = await startHttpReceiver();
  const secrets = [secretOf('the new one'), secretOf('the old one')];
  const sent = await webhook({ url: origin, secrets, outbound: outbound() }).send(message());
  expect(sent).toEqual({ kind: 'delivered' });
  const { headers, body } = taken[0] as Taken;
  expect(headers['webhook-id']).toBe('msg_1');
  for (const shared of secrets)
    expect(new Webhook(shared).verify(Buffer.from(body), headers)).toEqual({ specversion: '1.0', id: 'msg_1' });
  expect(() => new Webhook(secretOf('another')).verify(Buffer.from(body), headers)).toThrow('No matching signature');
  const tampered = Buffer.from(body).fill('x', 5, 6);
  expect(() => new Webhook(secrets[0] ?? '').verify(tampered, headers)).toThrow('No matching signature');
});

test('slack: plain text, which pings nobody, and links of our own', async () => {
  const { taken } = await sentTo('slack', message({ summary: hostileWords }));
  const { text, blocks } = jsonOfTaken(taken);
  expect(text).toContain('&lt;!channel&gt; &lt;@U123&gt;');
  expect(text).not.toMatch(/<[!@h]/);
  expect(blocks[0]).toMatchObject({ type: 'header', text: { type: 'plain_text' } });
  expect(blocks.slice(1, -1).flatMap((block: object) => Object.values(block))).not.toContainEqual(
    expect.objectContaining({ type: 'mrkdwn' }),
  );
  expect(blocks.at(-1).elements).toEqual([
    { type: 'mrkdwn', text: '<https://bandgap.example/gpu/h100/on_demand/neocloud|Chart>' },
  ]);
});

test('discord: an embed with the picture in it, which pings nobody', async () => {
  const { taken } = await sentTo('discord', message({ summary: hostileWords }));
  const form = await formOf(taken);
  const { allowed_mentions, embeds, attachments } = JSON.parse(String(form.get('payload_json')));
  expect(allowed_mentions).toEqual({ parse: [] });
  expect(embeds[0].image).toEqual({ url: 'attachment://chart.png' });
  expect(attachments).toEqual([{ id: 0, filename: 'chart.png', description: 'Chart of H100 on demand' }]);
  expect(embeds[0].description).toContain('\\[click\\]\\(https\\://evil.example/x\\)');
  expect(await bytesOf(form.get('files[0]'))).toEqual(picture);
});

test('teams: an adaptive card of text runs, which hold no markup', async () => {
  const { taken } = await sentTo('teams', message({ summary: hostileWords }));
  const { type, attachments } = jsonOfTaken(taken);
  expect(type).toBe('message');
  expect(attachments[0]).toMatchObject({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', version: '1.4' },
  });
  const { body, actions } = attachments[0].content;
  expect(new Set(body.map((element: { type: string }) => element.type))).toEqual(new Set(['RichTextBlock']));
  expect(body[1].inlines[0]).toEqual({ type: 'TextRun', text: hostileWords });
  expect(actions[0]).toMatchObject({ type: 'Action.OpenUrl', title: 'Chart' });
});

test('mattermost: an attachment whose markup is escaped', async () => {
  const { taken } = await sentTo('mattermost', message({ summary: hostileWords }));
  const [attachment] = jsonOfTaken(taken).attachments;
  expect(attachment.color).toBe('#d55e00');
  expect(attachment.text).toContain('\\[click\\]\\(https');
  expect(attachment.text).toContain('[Chart](https://bandgap.example/gpu/h100/on_demand/neocloud)');
});

test('telegram: the picture with its caption, or words alone', async () => {
  const { taken } = await sentTo('telegram', message({ summary: hostileWords }));
  expect(taken.path).toBe(`/bot1:${secret}/sendPhoto`);
  const form = await formOf(taken);
  expect(form.get('chat_id')).toBe('-100');
  expect(form.get('caption')).toContain('&lt;b&gt;b&lt;/b&gt; &amp;');
  expect(await bytesOf(form.get('photo'))).toEqual(picture);

  const { picture: _, ...words } = message();
  const wordsOnly = await sentTo('telegram', words);
  expect(wordsOnly.taken.path).toBe(`/bot1:${secret}/sendMessage`);
  expect((await formOf(wordsOnly.taken)).get('text')).toContain('<b>H100 on demand is below');
});

test('ntfy: words in headers, the picture as the body', async () => {
  const { taken } = await sentTo('ntfy', message({ title: 'H100 “on demand”' }));
  expect(taken).toMatchObject({ method: 'PUT', path: `/${secret}` });
  const { title, message: text, filename, priority, click, authorization } = taken.headers;
  expect({ filename, priority, click, authorization }).toEqual({
    filename: 'chart.png',
    priority: '4',
    click: 'https://bandgap.example/gpu/h100/on_demand/neocloud',
    authorization: `Bearer ${secret}`,
  });
  const decoded = (word = '') => Buffer.from(word.replace('=?UTF-8?B?', '').replace('?=', ''), 'base64').toString();
  expect(decoded(title)).toBe('H100 “on demand”');
  expect(decoded(text)).toContain('-3.2 %');
  expect(taken.body).toEqual(picture);
});

test('apprise: a form with the picture; an empty configuration there is a failure here', async () => {
  const { taken } = await sentTo('apprise');
  const form = await formOf(taken);
  expect([form.get('type'), form.get('format'), form.get('title')]).toEqual([
    'warning',
    'text',
    'H100 on demand is below its new-build floor',
  ]);
  expect(await bytesOf(form.get('attachment'))).toEqual(picture);
  const nobody = await sentTo('apprise', message(), { status: 204 });
  expect(nobody.sent).toEqual({ kind: 'failed', reason: 'apprise answered 204' });
});

describe('e-mail', () => {
  const mailTo = (smtpUrl: string, out = outbound()) =>
    email({
      smtpUrl,
      from: 'Bandgap <bandgap@example.org>',
      to: ['a@example.org', 'b@example.org'],
      outbound: out,
      deadlineMs: 5000,
    });

  test('has the picture inside, the words twice, and an id that stays', async () => {
    const { mails, url } = await startMailReceiver();
    expect(await mailTo(url).send(message({ summary: hostileWords }))).toEqual({ kind: 'delivered' });
    const [mail] = mails;
    expect(mail?.to).toEqual(['a@example.org', 'b@example.org']);
    expect(mail?.headers['message-id']).toBe('<msg_1@bandgap>');
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    const part = (type: string) => mail?.parts.find(({ headers }) => headers['content-type']?.startsWith(type));
    expect(part('text/plain')?.content.toString()).toContain('Chart: https://bandgap.example/gpu/');
    const html = part('text/html')?.content.toString() ?? '';
    expect(html).toContain('src="cid:chart@bandgap"');
    expect(html).toContain('&lt;b&gt;b&lt;/b&gt; &amp; &quot;q&quot;');
    expect(html).not.toContain('<b>b</b>');
    const image = part('image/png');
    expect(image?.headers['content-id']).toBe('<chart@bandgap>');
    expect(image?.headers['content-disposition']).toMatch(/^inline/);
    expect(new Uint8Array(image?.content ?? [])).toEqual(picture);
  });

  test('is refused, and says the code', async () => {
    const { url } = await startMailReceiver({ refusals: [451] });
    expect(await mailTo(url).send(message())).toEqual({ kind: 'failed', reason: 'email was answered 451' });
  });

  test('sends no password without TLS', async () => {
    const { port, mails } = await startMailReceiver({ login: { user: 'bandgap', password: secret } });
    const sent = await mailTo(`smtp://bandgap:${secret}@127.0.0.1:${port}`).send(message());
    expect(sent).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(sent)).not.toContain(secret);
    expect(mails).toEqual([]);
  });

  test('reaches no private server that is not named', async () => {
    const { url, mails } = await startMailReceiver();
    expect(await mailTo(url, outbound({ allowPrivate: [] })).send(message())).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('BANDGAP_ALLOW_PRIVATE_HOSTS'),
    });
    expect(mails).toEqual([]);
  });
});

describe.each(Object.entries(channels))('%s', (name, open) => {
  test.each([200, 202])('has delivered at %d', async (status) => {
    expect((await sentTo(name, message(), { status })).sent).toEqual({ kind: 'delivered' });
  });

  test.each([301, 400, 403, 404, 500, 503])('has failed at %d', async (status) => {
    const headers = { location: 'https://example.org/' };
    expect((await sentTo(name, message(), { status, headers })).sent).toMatchObject({ kind: 'failed' });
  });

  test('obeys a receiver that asks to wait', async () => {
    const answer = { status: 429, headers: { 'retry-after': '120' } };
    const { sent } = await sentTo(name, message(), answer);
    expect(sent).toEqual({ kind: 'failed', reason: `${name} answered 429`, retryAfterSeconds: 120 });
  });

  test('hears that its receiver is gone', async () => {
    expect((await sentTo(name, message(), { status: 410 })).sent).toEqual({
      kind: 'gone',
      reason: `${name} answered 410`,
    });
  });

  test('never says its secret, whatever goes wrong', async () => {
    const { origin } = await startHttpReceiver((number) =>
      number === 1 ? 'cut' : number === 2 ? 'hang' : { status: 500 },
    );
    const quick = outbound({ deadlineMs: 300 });
    const channel = open(origin, quick);
    const said = [
      await channel.send(message()),
      await channel.send(message()),
      await channel.send(message()),
      await open('http://127.0.0.1:1', quick).send(message()),
      await open(origin, outbound({ allowPrivate: [] })).send(message()),
      await open('http://no-such-host.invalid', outbound()).send(message()),
      channel.fingerprint,
    ];
    expect(said.slice(0, 6).map((sent) => (sent as { kind: string }).kind)).toEqual(
      Array.from({ length: 6 }, () => 'failed'),
    );
    expect(JSON.stringify(said)).not.toMatch(/S3CRET|127\.0\.0\.1|no-such-host/);
  });

  test('keeps within the limits of the platform', async () => {
    const long = '<&*'.repeat(3000);
    const facts = Array.from({ length: 60 }, () => ({ label: long, value: long }));
    const { taken } = await sentTo(name, message({ title: long, summary: long, facts, event: '{}' }));
    const size = taken.body.length;
    if (name === 'teams') expect(size).toBeLessThan(28_000);
    if (name === 'slack') {
      const { blocks } = jsonOfTaken(taken);
      expect(blocks.length).toBeLessThanOrEqual(50);
      expect(blocks[0].text.text.length).toBeLessThanOrEqual(150);
      expect(Math.max(...blocks.map((block: object) => JSON.stringify(block).length))).toBeLessThan(4500);
    }
    if (name === 'discord') {
      const { embeds } = JSON.parse(String((await formOf(taken)).get('payload_json')));
      const { title, description, fields } = embeds[0];
      const texts = fields.flatMap((field: { name: string; value: string }) => [field.name, field.value]);
      expect([title, description, ...texts].join('').length).toBeLessThanOrEqual(6000);
      expect(title.length).toBeLessThanOrEqual(256);
      expect(fields.length).toBeLessThanOrEqual(25);
    }
    if (name === 'telegram') {
      const caption = String((await formOf(taken)).get('caption'));
      const shown = caption.replaceAll(/<[^>]+>/g, '').replaceAll(/&\w+;/g, '.');
      expect(shown.length).toBeLessThanOrEqual(1024);
    }
    if (name === 'mattermost') expect(size).toBeLessThan(16_383 * 2);
    if (name === 'ntfy') expect(taken.headers.message?.length).toBeLessThan(4096);
  });
});
