/** Versions of a list are compared entry by entry, whatever its shape. */
import { describe, expect, it } from 'vitest';
import { artifactOf, recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import { litellm } from '../llm/litellm/index.ts';
import { openrouter } from '../llm/openrouter/index.ts';
import { listChanges } from './listed-prices.ts';

const changes = (before: unknown, after: unknown) =>
  listChanges(artifactOf(litellm, JSON.stringify(before)), artifactOf(litellm, JSON.stringify(after)));

describe('listChanges', () => {
  const members = {
    a: { max_tokens: 8, input_cost_per_token: 1e-6 },
    b: { input_cost_per_token: 2e-6 },
    c: { mode: 'chat' },
  };

  it('counts members that have prices, and their prices alone', () => {
    expect(changes(members, { ...members, a: { max_tokens: 9, input_cost_per_token: 1e-6 } })).toEqual({
      entries: 2,
      lost: [],
      changed: 0,
    });
    expect(changes(members, { b: { input_cost_per_token: 3e-6 }, d: members.a })).toEqual({
      entries: 2,
      lost: ['a'],
      changed: 1,
    });
  });

  it('counts a price that goes under another name as changed', () => {
    expect(changes(members, { ...members, b: { input_price_per_token: 2e-6 } })).toMatchObject({
      lost: [],
      changed: 1,
    });
  });

  it('knows items of a list by their id, in whatever order and wrapping', () => {
    const item = (id: string, prompt: string) => ({ id, pricing: { prompt, image: '0' } });
    const before = { data: [item('x/1', '0.1'), item('x/2', '0.2'), item('x/3', '0.3')] };
    const after = [item('x/3', '0.3'), item('x/1', '0.15')].map(({ id, pricing: { prompt } }) => ({
      id,
      pricing: { prompt },
    }));
    expect(changes(before, after)).toEqual({ entries: 3, lost: ['x/2'], changed: 1 });
  });

  it('follows names through providers, and prices through their dates', () => {
    const before = [
      { id: 'lab', models: [{ id: 'm', prices: [{ prices: { input_mtok: 5 } }, { prices: { input_mtok: 4 } }] }] },
    ];
    const after = [
      { id: 'lab', models: [{ id: 'm', prices: [{ prices: { input_mtok: 5 } }, { prices: { input_mtok: 3 } }] }] },
    ];
    expect(changes(before, after)).toEqual({ entries: 1, lost: [], changed: 1 });
  });

  it('has nothing to say of pages, nor of documents without prices', () => {
    const page = artifactOf(litellm, '[a link](/pricing) and **prices**');
    expect(listChanges(page, page)).toBeUndefined();
    expect(changes({ a: 1 }, { a: 2 })).toBeUndefined();
  });

  it('is not harmed by depth', () => {
    const deep = `{"cost":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(listChanges(artifactOf(litellm, deep), artifactOf(litellm, deep))).toBeUndefined();
  });
});

describe.skipIf(recordingsAbsent)('listChanges on recorded versions (skipped where the recordings are absent)', () => {
  it.each([litellm, openrouter])('finds in $id what comes and goes in weeks: never a tenth', (source) => {
    const versions = recordingsOf(source);
    for (const [index, before] of versions.slice(0, -1).entries()) {
      const found = listChanges(before, versions[index + 1] ?? before);
      expect(found?.entries).toBeGreaterThan(150);
      expect(found?.lost.length).toBeLessThan((found?.entries ?? 0) / 10);
    }
  });
});
