/** What every source in the registry must do, whatever it reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Artifact, SourceChanged, units } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureOf, folderOf, sourceFolders } from './artifacts.fixture.ts';
import type { Source } from './define-source.ts';
import { judge, type Verdict } from './gate/judge.ts';
import { readDocument } from './read-document.ts';
import { sourceById, sources } from './registry.ts';

function verdictOn(source: Source, artifact: Artifact): Verdict | SourceChanged {
  try {
    return judge(source, readDocument(source, artifact));
  } catch (error) {
    if (error instanceof SourceChanged) return error;
    throw error;
  }
}

it('lists every folder once', () => {
  expect(sources.map(({ id }) => id).toSorted()).toEqual(sourceFolders.toSorted());
  for (const source of sources) expect(sourceById(source.id)).toBe(source);
});

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  const fixture = fixtureOf(source);
  const rows = readDocument(source, fixture);

  it('reads its fixture, and its gate lets it through', () => {
    expect(judge(source, rows)).toMatchObject({ kind: 'accepted' });
  });

  it('reads the same bytes the same way twice', () => {
    expect(readDocument(source, fixture)).toEqual(rows);
  });

  it('quotes in known units, at sane times, each at a place of its own', () => {
    const places = rows.map(({ at }) => at);
    expect(new Set(places).size).toBe(places.length);
    for (const row of rows) {
      if (row.kind !== 'quote') continue;
      expect(units).toContain(row.series.unit);
      expect(row.value).toBeGreaterThan(0);
      if (row.observedAt === undefined) continue;
      expect(row.observedAt).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);
      expect(row.observedAt <= fixture.fetchedAt).toBe(true);
    }
  });

  it('asks for https pages, ships its document, or is given it', () => {
    const urls = source.requests({ key: 'test' }).map(({ url }) => new URL(url).protocol);
    expect(urls.every((protocol) => protocol === 'https:')).toBe(true);
    if (source.bundled === undefined) expect(urls.length > 0).toBe(source.imported === undefined);
    expect(source.schedule.split(' ')).toHaveLength(5);
    if (source.licence.terms === 'restricted') expect(source.optIn).toBe(true);
  });

  it('touches neither network, disk, clock nor environment', () => {
    const files = readdirSync(folderOf(source)).filter((name) => /(?<!\.test)\.ts$/.test(name));
    for (const file of files) {
      const code = readFileSync(new URL(file, folderOf(source)), 'utf8');
      expect(code).not.toMatch(/from 'node:|\bfetch\(|process\.|Date\.now|new Date\(\)|Math\.random/);
    }
  });

  const text = new TextDecoder().decode(fixture.bytes);
  it.each([
    ['an empty body', ''],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['null', 'null'],
    [
      'a web page',
      '<!doctype html><html><head><title>Just a moment...</title></head><body><p>Checking</p></body></html>',
    ],
  ])('never takes %s for a smaller catalogue', (_, body) => {
    const verdict = verdictOn(source, { ...fixture, bytes: new TextEncoder().encode(body) });
    if (verdict instanceof SourceChanged) expect(verdict.message).toContain(id);
    else expect(verdict).toMatchObject({ kind: 'quarantined', reasons: expect.arrayContaining([expect.any(String)]) });
  });

  it('never takes a document that was cut off for a smaller catalogue', () => {
    const cut = fc.integer({ min: 0, max: text.length - 12 }).map((length) => text.slice(0, length));
    fc.assert(
      fc.property(cut, (body) => {
        const verdict = verdictOn(source, { ...fixture, bytes: new TextEncoder().encode(body) });
        expect(verdict instanceof SourceChanged || verdict.kind === 'quarantined').toBe(true);
      }),
    );
  });

  it('refuses bytes that are not text', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 197 + 128) % 256);
    expect(verdictOn(source, { ...fixture, bytes })).toBeInstanceOf(SourceChanged);
  });
});
