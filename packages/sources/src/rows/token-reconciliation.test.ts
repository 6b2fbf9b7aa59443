/** Twenty models in six lists: each list reads as a person read it, under the one name they share. */
import type { Row } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import type { Source } from '../define-source.ts';
import { genaiPrices } from '../llm/genai-prices/index.ts';
import { litellm } from '../llm/litellm/index.ts';
import { modelsDev } from '../llm/models-dev/index.ts';
import { openrouter } from '../llm/openrouter/index.ts';
import { portkey } from '../llm/portkey/index.ts';
import { simonw } from '../llm/simonw/index.ts';
import { readDocument } from '../read-document.ts';
import { directSeller, tokenSubject } from './direct-sellers.ts';
import { metersOf } from './token-quotes.fixture.ts';

const newestOf = (source: Source) =>
  recordingsOf(source)
    .slice(-1)
    .flatMap((artifact) => readDocument(source, artifact));
const archived = (source: Source, path: string, fetchedAt: string) =>
  readDocument(source, artifactOf(source, recording(path), { fetchedAt }));

type Lists = Readonly<Record<string, { readonly source: Source; readonly rows: readonly Row[]; readonly day: string }>>;

const readLists = (): Lists => ({
  litellm: { source: litellm, rows: newestOf(litellm), day: '2026-08-21' },
  openrouter: { source: openrouter, rows: newestOf(openrouter), day: '2026-08-22' },
  models_dev_2026_07_02: {
    source: modelsDev,
    rows: archived(modelsDev, 'api/models-dev/2026-07-02-head.json.gz', '2026-07-02T00:00:00.000Z'),
    day: '2026-07-02',
  },
  genai_prices_0_1_8: {
    source: genaiPrices,
    rows: readDocument(genaiPrices, fixtureOf(genaiPrices)),
    day: '2026-09-23',
  },
  simonw: {
    source: simonw,
    rows: archived(simonw, 'api/simonw/historical-v1.rebuilt.json', '2026-08-05T00:00:00.000Z'),
    day: '2026-08-05',
  },
  portkey: {
    source: portkey,
    rows: recordingsOf(portkey).flatMap((artifact) => readDocument(portkey, artifact)),
    day: '2026-08-21',
  },
});

interface Case {
  readonly list: string;
  readonly model: string;
  readonly rows: readonly Row[];
  readonly subject: string;
  readonly expected: string;
}

/** `anthropic/models/claude-opus-5`, `openai:gpt-5.5` or `claude-opus-5`: the seller, where it is named, and the id. */
function subjectOf(source: Source, rawId: string): { readonly subject: string; readonly seller: string } {
  const id = rawId.replace('/models/', '/').replace(':', '/');
  if (source === openrouter) return { subject: tokenSubject('openrouter', id, 'openrouter'), seller: 'openrouter' };
  const unnamed = id.startsWith('claude') ? `anthropic/${id}` : `openai/${id}`;
  const [vendor = '', name = ''] = (id.includes('/') ? id : unnamed).split('/');
  const seller = directSeller(vendor) ?? vendor;
  return { subject: tokenSubject(source.id, name, seller), seller };
}

/** `1/6/0.1 +tiers; 0.2/1.2/0.02 from 2026-07-30; 1.32/3.96/0.044 01:00-04:00Z`: the last one in force on the day at any hour. */
function inForce(said: string, day: string): string {
  const parts = said.split('; ').filter((part) => !part.endsWith('Z'));
  const latest = parts.findLast((part) => (/ from (\S+)/.exec(part)?.[1] ?? '') <= day);
  return latest?.split(' ')[0] ?? '';
}

function casesIn(table: readonly Readonly<Record<string, unknown>>[]): readonly Case[] {
  return Object.entries(readLists()).flatMap(([list, { source, rows, day }]) => {
    const sellers = new Set(rows.flatMap((row) => (row.kind === 'quote' ? [row.series.venue] : [])));
    return table.flatMap(({ model, [list]: reading }) => {
      const [rawId, said] = Array.isArray(reading) ? reading : [];
      if (typeof rawId !== 'string' || typeof said !== 'string' || said === 'absent') return [];
      const { subject, seller } = subjectOf(source, rawId);
      // Portkey's files were recorded for three sellers only.
      return sellers.has(seller) ? [{ list, model: String(model), rows, subject, expected: inForce(said, day) }] : [];
    });
  });
}

describe.skipIf(recordingsAbsent)('twenty models in six lists (skipped where the recordings are absent)', () => {
  const table = recordingsAbsent
    ? []
    : JSON.parse(new TextDecoder().decode(recording('api/derived/reconcile_20_models.json')));
  const cases = recordingsAbsent ? [] : casesIn(table);

  it('compares more than ninety prices', () => {
    expect(cases.length).toBeGreaterThan(90);
  });

  it.each(cases)('$list: $model costs $expected', ({ rows, subject, expected }) => {
    const { input, output, cache_read } = metersOf(rows, subject);
    const [, , cached] = expected.split('/');
    // Who read the lists by hand overlooked LiteLLM's older field for cached tokens.
    expect(`${input}/${output}/${cached === '-' ? '-' : cache_read}`).toBe(expected);
  });
});
