/** Anthropic's page: every wording of its tables, prices announced and withdrawn, and drift that is an error. */
import { readFileSync } from 'node:fs';
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { anthropic } from './index.ts';

const opus47 = { input: 5, cache_read: 0.5, cache_write_5m: 6.25, cache_write_1h: 10, output: 25 };
const fixture = fixtureOf(anthropic);
const rows = readDocument(anthropic, fixture);
const page = new TextDecoder().decode(fixture.bytes);
const html = readFileSync(new URL('page.fixture.html', import.meta.url), 'utf8');
const read = (text: string, fetchedAt = fixture.fetchedAt) =>
  readDocument(anthropic, artifactOf(anthropic, text, { fetchedAt, contentType: 'text/markdown' }));

describe('anthropic', () => {
  it('reads escaped dollars, footnotes and remarks', () => {
    expect(metersOf(rows, 'anthropic/claude-opus-4-7')).toEqual(opus47);
    expect(metersOf(rows, 'anthropic/claude-mythos-5')).toMatchObject({ input: 10, cache_read: 0.25 });
    expect(metersOf(rows, 'anthropic/claude-3-5-haiku')).toMatchObject({ input: 0.8, cache_write_1h: 1.6 });
  });

  it('reads the same page as HTML, with a header of two rows and the unit in an element of its own', () => {
    expect(metersOf(read(html), 'anthropic/claude-opus-4-7')).toEqual(opus47);
    expect(metersOf(read(html), 'anthropic/claude-opus-4-7', { tier: 'batch' })).toEqual({ input: 2.5, output: 12.5 });
    expect(read(html).filter(({ kind }) => kind === 'skip')).toEqual([]);
  });

  it('reads the titles of both generations', () => {
    const newer = page
      .replace('Base Input Tokens', 'Base input tokens')
      .replace('5m Cache Writes', '5m cache writes')
      .replace('1h Cache Writes', '1h cache writes')
      .replace('Cache Hits & Refreshes', 'Cache hits and refreshes')
      .replace('Output Tokens', 'Output tokens');
    expect(read(newer)).toEqual(rows);
  });

  it('has one price in force and one announced for a model with two dated rows', () => {
    expect(metersOf(rows, 'anthropic/claude-sonnet-5')).toMatchObject({ input: 2, output: 10 });
    expect(metersOf(rows, 'anthropic/claude-sonnet-5', { validFrom: '2027-01-01' })).toMatchObject({
      input: 3,
      output: 15,
    });
  });

  it('has the announced price in force from its day on, and the other no more', () => {
    const later = read(page, '2027-01-01T00:00:00.000Z');
    expect(metersOf(later, 'anthropic/claude-sonnet-5')).toMatchObject({ input: 3, output: 15 });
    expect(metersOf(later, 'anthropic/claude-sonnet-5', { validFrom: '2027-01-01' })).toEqual({});
  });

  it('reads batch, fast mode and long prompts, for each of the models a row names', () => {
    expect(metersOf(rows, 'anthropic/claude-haiku-4-5', { tier: 'batch' })).toEqual({ input: 0.5, output: 2.5 });
    for (const model of ['claude-opus-5', 'claude-opus-4-8'])
      expect(metersOf(rows, `anthropic/${model}`, { tier: 'fast' })).toEqual({ input: 10, output: 50 });
    for (const model of ['claude-sonnet-4-6', 'claude-sonnet-4-5'])
      expect(metersOf(rows, `anthropic/${model}`, { contextFrom: 200_000 })).toEqual({ input: 6, output: 22.5 });
  });

  it('says in which line and cell a price stands', () => {
    const [quote] = rows.filter((row) => row.kind === 'quote' && row.series.subject === 'anthropic/claude-opus-4-7');
    const [, line, cell] = /^line (\d+), cell (\d+)$/.exec(quote?.at ?? '') ?? [];
    expect(page.split('\n')[Number(line) - 1]?.split('|')[Number(cell)]).toContain('$5 / MTok');
  });

  it.each([
    [
      'a renamed column',
      'Cache Hits & Refreshes',
      'Warm Tokens',
      /expected known columns under "Model pricing", found "Warm Tokens"/,
    ],
    [
      'prices under a heading nobody taught',
      '### Batch processing',
      '### Turbo mode',
      /expected no prices per MTok under "Turbo mode"/,
    ],
  ])('refuses %s', (_, from, to, message) => {
    expect(() => read(page.replace(from, to))).toThrow(SourceChanged);
    expect(() => read(page.replace(from, to))).toThrow(message);
  });

  it.each([['Claude Opus 4.7 (US only)'], ['Claude Opus 4.7 starting soon'], ['Some other model']])(
    'does not guess what %s is',
    (name) => {
      const changed = read(page.replaceAll('Claude Opus 4.7', name));
      expect(metersOf(changed, 'anthropic/claude-opus-4-7')).toEqual({});
      expect(changed).toContainEqual(expect.objectContaining({ kind: 'skip', code: 'unknown_subject', text: name }));
    },
  );

  it('is quarantined without its main table', () => {
    expect(judge(anthropic, read(page.replace('| ----- |', '| x |'))).kind).toBe('quarantined');
  });
});

describe.skipIf(recordingsAbsent)('anthropic on recorded pages (skipped where the recordings are absent)', () => {
  const readings = new Map(
    recordingsOf(anthropic).map((artifact) => [artifact.fetchedAt.slice(0, 10), readDocument(anthropic, artifact)]),
  );
  const on = (day: string) => readings.get(day) ?? [];

  it('accepts all nineteen, without a skip', () => {
    expect(readings.size).toBe(19);
    for (const reading of readings.values()) {
      expect(judge(anthropic, reading).kind).toBe('accepted');
      expect(reading.filter(({ kind }) => kind === 'skip')).toEqual([]);
    }
  });

  it('sees the dearer price of long prompts on 2026-02-06 and no more on 2026-03-14', () => {
    const long = { contextFrom: 200_000 };
    expect(metersOf(on('2025-11-05'), 'anthropic/claude-sonnet-4-5', long)).toEqual({ input: 6, output: 22.5 });
    expect(metersOf(on('2026-02-06'), 'anthropic/claude-opus-4-6', long)).toEqual({ input: 10, output: 37.5 });
    expect(metersOf(on('2026-03-14'), 'anthropic/claude-opus-4-6', long)).toEqual({});
    expect(metersOf(on('2026-03-14'), 'anthropic/claude-sonnet-4-5', long)).toEqual({ input: 6, output: 22.5 });
  });

  it('reads fast mode by length of prompt, by model, and for two models at once', () => {
    expect(metersOf(on('2026-02-18'), 'anthropic/claude-opus-4-6', { tier: 'fast', contextFrom: 200_000 })).toEqual({
      input: 60,
      output: 225,
    });
    expect(metersOf(on('2026-05-01'), 'anthropic/claude-opus-4-6', { tier: 'fast' })).toEqual({
      input: 30,
      output: 150,
    });
    expect(metersOf(on('2026-07-21'), 'anthropic/claude-opus-4-7', { tier: 'fast' })).toEqual({
      input: 30,
      output: 150,
    });
    expect(metersOf(on('2026-07-25'), 'anthropic/claude-opus-4-7', { tier: 'fast' })).toEqual({});
    expect(metersOf(on('2026-08-21'), 'anthropic/claude-opus-5', { tier: 'fast' })).toEqual({ input: 10, output: 50 });
  });

  it('sees the rise of Sonnet 5 announced, and withdrawn', () => {
    const rise = { validFrom: '2026-09-01' };
    expect(metersOf(on('2026-08-07'), 'anthropic/claude-sonnet-5')).toMatchObject({ input: 2, output: 10 });
    expect(metersOf(on('2026-08-07'), 'anthropic/claude-sonnet-5', rise)).toMatchObject({ input: 3, output: 15 });
    expect(metersOf(on('2026-08-21'), 'anthropic/claude-sonnet-5')).toMatchObject({ input: 2, output: 10 });
    expect(metersOf(on('2026-08-21'), 'anthropic/claude-sonnet-5', rise)).toEqual({});
  });

  it('reads the page of 2026-09-29 as HTML', () => {
    const bytes = recording('api/vendor-pages/anthropic-pricing-2026-09-29.testcopy.html');
    const reading = readDocument(anthropic, artifactOf(anthropic, bytes, { contentType: 'text/html' }));
    expect(judge(anthropic, reading).kind).toBe('accepted');
    expect(metersOf(reading, 'anthropic/claude-opus-5-5')).toEqual({
      input: 4,
      cache_read: 0.2,
      cache_write_5m: 5,
      cache_write_1h: 8,
      output: 20,
    });
    expect(metersOf(reading, 'anthropic/claude-fable-5-1')).toMatchObject({ input: 10, cache_read: 0.25, output: 50 });
  });
});
