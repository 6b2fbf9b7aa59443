/** A version that loses or changes too much at once is held whole, and only then. */
import { type Quote, quote } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import { litellm } from '../llm/litellm/index.ts';
import { openrouter } from '../llm/openrouter/index.ts';
import { readDocument } from '../read-document.ts';
import { judge } from './judge.ts';
import type { ListChanges } from './listed-prices.ts';
import type { PreviousReading } from './previous-reading.ts';
import { versionHold } from './version-hold.ts';

const price = (model: number, value = 1): Quote =>
  quote({
    series: {
      subject: `lab/model-${model}`,
      metric: 'input',
      venue: 'lab',
      terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
      unit: 'USD/MTok',
    },
    value,
    at: `/${model}`,
  });
const list = (models: number, value = 1) => Array.from({ length: models }, (_, model) => price(model, value));

function readingOf(quotes: readonly Quote[], daysAgo = 1): PreviousReading {
  const values = new Map(quotes.map(({ series, value }) => [JSON.stringify(series), value]));
  return {
    quotes: quotes.length,
    subjects: new Set(quotes.map(({ series }) => series.subject)),
    daysAgo,
    valueOf: (series) => values.get(JSON.stringify(series)),
  };
}

const held = (quotes: readonly Quote[], previous: PreviousReading) => versionHold(litellm, quotes, previous);

describe('versionHold', () => {
  it('holds a version that lost more than a twentieth of its models in a day', () => {
    expect(held(list(95), readingOf(list(100)))).toEqual([]);
    expect(held(list(94), readingOf(list(100)))).toEqual([
      'lost 6 of 100 models within a day: lab/model-94, lab/model-95, lab/model-96 …',
    ]);
  });

  it('counts models, not prices: one that is renamed is lost', () => {
    expect(held([...list(90), ...list(20).map((_, index) => price(500 + index))], readingOf(list(100)))).toHaveLength(
      1,
    );
  });

  it('lets a short list lose two', () => {
    expect(held(list(10), readingOf(list(12)))).toEqual([]);
    expect(held(list(9), readingOf(list(12)))).toHaveLength(1);
  });

  it('holds a version that changed more than a hundred prices in a day', () => {
    const changing = (count: number) => list(500).map((each, index) => (index < count ? price(index, 1.1) : each));
    expect(held(changing(100), readingOf(list(500)))).toEqual([]);
    expect(held(changing(101), readingOf(list(500)))).toEqual([
      'changed 101 prices within a day, expected at most 100',
    ]);
  });

  it('allows a month more than a day, and an hour no less', () => {
    expect(held(list(80), readingOf(list(100), 30))).toEqual([]);
    expect(held(list(94), readingOf(list(100), 1 / 24))).toHaveLength(1);
  });

  it('allows no more for a version in between that was held, until three days have passed', () => {
    const previous = (daysAgo: number, daysUnseen: number) => ({ ...readingOf(list(100), daysAgo), daysUnseen });
    expect(held(list(94), previous(2, 1))).toHaveLength(1);
    expect(held(list(94), previous(2, 2))).toEqual([]);
    expect(held(list(94), previous(3, 1))).toHaveLength(1);
    expect(held(list(94), previous(4, 1))).toEqual([]);
  });

  it('counts the entries of a list with those that are never believed', () => {
    const fine = list(500);
    const after = (changes: Partial<ListChanges>) =>
      held(fine, { ...readingOf(fine), changes: { entries: 3000, lost: [], changed: 0, ...changes } });
    const lost = (count: number) => Array.from({ length: count }, (_, index) => `resold/${index}`);
    expect(after({ lost: lost(150), changed: 100 })).toEqual([]);
    expect(after({ lost: lost(151) })).toEqual([
      'lost 151 of 3000 models within a day: resold/0, resold/1, resold/2 …',
    ]);
    expect(after({ changed: 101 })).toEqual(['changed 101 prices within a day, expected at most 100']);
  });

  it('says nothing of other commodities, nor of a first version', () => {
    expect(versionHold({ ...litellm, commodity: 'gpu_rental' }, list(10), readingOf(list(100)))).toEqual([]);
    expect(versionHold(litellm, list(10), undefined)).toEqual([]);
  });

  it('quarantines the document', () => {
    const source = { ...litellm, expect: { ...litellm.expect, atLeast: 1 } };
    expect(judge(source, list(94), readingOf(list(100)))).toMatchObject({ kind: 'quarantined' });
    expect(judge(source, list(100), readingOf(list(100)))).toMatchObject({ kind: 'accepted' });
  });
});

describe.skipIf(recordingsAbsent)(
  'recorded versions, each after the one before (skipped where the recordings are absent)',
  () => {
    it.each([litellm, openrouter])('holds none of $id', (source) => {
      let previous: PreviousReading | undefined;
      let fetched = 0;
      for (const artifact of recordingsOf(source)) {
        const verdict = judge(
          source,
          readDocument(source, artifact),
          previous && { ...previous, daysAgo: (Date.parse(artifact.fetchedAt) - fetched) / 86_400_000 },
        );
        if (verdict.kind !== 'accepted') continue;
        fetched = Date.parse(artifact.fetchedAt);
        previous = readingOf(verdict.quotes);
      }
      const newest = recordingsOf(source).at(-1)?.fetchedAt ?? '';
      expect(new Date(fetched).toISOString().slice(0, 10)).toBe(newest.slice(0, 10));
    });
  },
);
