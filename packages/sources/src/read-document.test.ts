/** Reading reports what it cannot read, and refuses impossible dates. */
import { quote, SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf } from './artifacts.fixture.ts';
import { litellm } from './llm/litellm/index.ts';
import { readDocument } from './read-document.ts';

const dated = (observedAt: string) =>
  quote({
    series: { subject: 'x', metric: 'average', venue: 'y', terms: { kind: 'memory', basis: 'spot' }, unit: 'USD/chip' },
    value: 1,
    observedAt,
    at: '/0',
  });

const reading = (observedAt: string) =>
  readDocument(
    { ...litellm, parse: () => [dated(observedAt)] },
    artifactOf(litellm, '', { fetchedAt: '2026-08-21T06:00:00Z' }),
  );

describe('readDocument', () => {
  it('keeps a quote observed at the moment of the fetch', () => {
    expect(reading('2026-08-21T06:00:00.000Z')).toEqual([dated('2026-08-21T06:00:00.000Z')]);
  });

  it.each(['2026-08-21T06:01:00.000Z', '2999-12-31T00:00:00.000Z', '1999-12-31T23:59:00.000Z'])(
    'skips a quote observed at %s',
    (at) => {
      expect(reading(at)).toMatchObject([{ kind: 'skip', code: 'implausible', at: '/0' }]);
    },
  );

  it('says that a web page came where JSON was expected', () => {
    const page = '<!doctype html><html><head><title>Just a moment...</title></head></html>';
    expect(() => readDocument(litellm, artifactOf(litellm, page, { contentType: 'text/html' }))).toThrow(
      /^litellm: expected JSON, was HTML: "<!doctype html>.*https:\/\/raw\.githubusercontent\.com.*text\/html, \d+ bytes/,
    );
  });

  it.each([
    ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)],
    ['a cut-off body', '{"a": {"mode": "chat"'],
    ['an array', '[]'],
    ['a NaN', '{"a": NaN}'],
  ])('reports %s as a changed source', (_, body) => {
    expect(() => readDocument(litellm, artifactOf(litellm, body))).toThrow(SourceChanged);
  });

  it('keeps the cause of what the reader threw', () => {
    const cause = new TypeError('x is not a function');
    const broken = {
      ...litellm,
      parse: () => {
        throw cause;
      },
    };
    expect(() => readDocument(broken, artifactOf(litellm, '{}'))).toThrow(expect.objectContaining({ cause }));
  });
});
