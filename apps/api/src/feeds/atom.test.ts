/** The feed as a reader of feeds takes it. */
import { parseFeed } from '@bandgap/sources';
import type { EventView } from '@bandgap/views';
import { describe, expect, it } from 'vitest';
import { atomFeed } from './atom.ts';

const url = 'http://localhost:4180/changes.atom';
const event = (key: string, told: Partial<EventView> = {}): EventView => ({
  key: key.repeat(64),
  kind: 'price_changed',
  source: 'confirmed-price',
  subject: 'anthropic/claude-opus-5-5',
  asOf: '2026-09-22T00:00:00.000Z',
  recordedAt: '2026-09-23T06:00:00.000Z',
  event: {},
  text: 'anthropic/claude-opus-5-5: input 5 → 4 USD/MTok (-20.0 %), by anthropic, litellm',
  publishable: true,
  ...told,
});
const feed = (...events: readonly EventView[]) => atomFeed({ url, events, dataTime: '2026-09-24T00:00:00.000Z' });

describe('atomFeed', () => {
  it('is a feed whose entries have an id, a title and a date', () => {
    const xml = feed(event('a'), event('b', { recordedAt: '2026-09-20T06:00:00.000Z' }));
    expect(
      parseFeed({ bytes: new TextEncoder().encode(xml), contentType: 'application/atom+xml; charset=utf-8' }).entries,
    ).toMatchObject([{ title: event('a').text }, { title: event('b').text }]);
    expect(xml).toContain(`<id>urn:sha256:${'a'.repeat(64)}</id>`);
    expect(xml).toContain('<updated>2026-09-23T06:00:00.000Z</updated>');
    expect(xml).toContain(`<link rel="self" type="application/atom+xml" href="${url}"/>`);
  });

  it('is the same for the same events', () => {
    expect(feed(event('a'))).toBe(feed(event('a')));
  });

  it('escapes what a name may hold', () => {
    const xml = feed(event('a', { text: `<script>alert(1)</script> & "x" ]]> \u0000\u000b'`, subject: '"><x>' }));
    for (const raw of ['<script', '<x>', ']]>', '\u0000', '\u000b']) expect(xml).not.toContain(raw);
    expect(xml).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;x&#34;');
  });

  it('leaves out what may not be published', () => {
    expect(feed(event('a', { publishable: false }))).not.toContain('<entry>');
  });

  it('without entries is dated by the newest document', () => {
    expect(feed()).toContain('<updated>2026-09-24T00:00:00.000Z</updated>');
  });
});
