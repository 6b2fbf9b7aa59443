/** gpurentalprices.com: terms, identity, and prices that are not of today. */
import type { Quote, Row } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { gpurentalprices } from './index.ts';

const fixture = readDocument(gpurentalprices, fixtureOf(gpurentalprices));
const quotesOf = (rows: readonly Row[], venue: string): readonly Quote[] =>
  rows.filter((row) => row.kind === 'quote').filter(({ series }) => series.venue === venue);

const providers = { lambda: { ok: true, stale: false }, gcp: { ok: true, stale: false } };
const read = (offers: readonly object[]) =>
  readDocument(gpurentalprices, artifactOf(gpurentalprices, JSON.stringify({ offers, providers })));
const offer = { provider: 'lambda', gpu: 'h100-sxm', vram_gb: 80, usd_hr: 3.99, kind: 'on-demand' };

describe('gpurentalprices', () => {
  it('keeps the smallest order, so that one GPU and a node of eight stay two prices', () => {
    const onDemand = { kind: 'rental', surface: 'list', tenor: 'on_demand' };
    expect(quotesOf(fixture, 'lambda').slice(0, 2)).toEqual([
      {
        kind: 'quote',
        series: {
          subject: 'h100-sxm',
          metric: 'rental',
          venue: 'lambda',
          terms: { ...onDemand, minGpus: 8 },
          unit: 'USD/GPU-hr',
        },
        value: 3.99,
        at: '/offers/4/usd_hr',
      },
      {
        kind: 'quote',
        series: {
          subject: 'h100-sxm',
          metric: 'rental',
          venue: 'lambda',
          terms: { ...onDemand, minGpus: 1 },
          unit: 'USD/GPU-hr',
        },
        value: 4.29,
        at: '/offers/5/usd_hr',
      },
    ]);
  });

  it.each([
    ['on-demand', 'list', 'on_demand'],
    ['secure', 'list', 'on_demand'],
    ['spot', 'marketplace', 'spot'],
    ['community', 'marketplace', 'spot'],
    ['serverless', 'list', 'serverless'],
  ])('files %s under %s, %s', (kind, surface, tenor) => {
    expect(read([{ ...offer, kind }])).toMatchObject([
      { kind: 'quote', series: { terms: { kind: 'rental', surface, tenor } } },
    ]);
  });

  it('tells an A100 by its memory', () => {
    const subjects = [40, 80].map((vram_gb) => read([{ ...offer, gpu: 'a100-sxm', vram_gb }]));
    expect(subjects).toMatchObject([
      [{ series: { subject: 'a100-sxm-40' } }],
      [{ series: { subject: 'a100-sxm-80' } }],
    ]);
  });

  it('does not take a price carried forward for one observed today', () => {
    expect(quotesOf(fixture, 'crusoe')).toEqual([]);
    expect(fixture).toContainEqual(
      expect.objectContaining({ kind: 'skip', code: 'no_date', text: expect.stringContaining('crusoe') }),
    );
  });

  it.each([
    ['a GPU nobody knows', { ...offer, gpu: 'gaudi-3' }, 'unknown_subject'],
    ['a kind of offer nobody knows', { ...offer, kind: 'auction' }, 'unknown_unit'],
    ['a provider that is not listed', { ...offer, provider: 'stranger' }, 'no_date'],
    ['a price in words', { ...offer, usd_hr: 'contact us' }, 'not_a_price'],
    ['a price of null', { ...offer, usd_hr: null }, 'not_a_price'],
    ['half an order', { ...offer, min_gpus: 0.5 }, 'not_a_price'],
    ['a GPU without its host', { ...offer, provider: 'gcp', usd_hr: 9.796550569 }, 'out_of_scope'],
  ])('skips %s', (_, hostile, code) => {
    expect(read([offer, hostile])).toMatchObject([{ kind: 'quote' }, { kind: 'skip', code, at: '/offers/1/usd_hr' }]);
  });

  it('is quarantined when the price column is renamed', () => {
    const renamed = new TextDecoder().decode(fixtureOf(gpurentalprices).bytes).replaceAll('"usd_hr"', '"usd_per_hour"');
    expect(judge(gpurentalprices, readDocument(gpurentalprices, artifactOf(gpurentalprices, renamed))).kind).toBe(
      'quarantined',
    );
  });

  it('is quarantined when prices become prices per node', () => {
    const quotes = fixture.filter((row) => row.kind === 'quote');
    const valueBefore = ({ venue, subject }: Quote['series']) =>
      quotes.find(({ series }) => series.venue === venue && series.subject === subject)?.value;
    const perNode = quotes.map((row) => ({
      ...row,
      value:
        row.series.venue === 'lambda' || row.series.venue === 'aws' || row.series.venue === 'nebius'
          ? row.value * 4
          : row.value,
    }));
    expect(judge(gpurentalprices, perNode, { quotes: quotes.length, valueOf: valueBefore })).toMatchObject({
      kind: 'quarantined',
      reasons: [expect.stringContaining('at 3 venues moved by x4')],
    });
  });
});

describe.skipIf(recordingsAbsent)('gpurentalprices on recorded days (skipped where the recordings are absent)', () => {
  const days = recordingsOf(gpurentalprices).map((artifact) => ({
    artifact,
    rows: readDocument(gpurentalprices, artifact),
  }));

  it('accepts every day but the first, when half the offers of one provider contradicted each other', () => {
    const quarantined = days.filter(({ rows }) => judge(gpurentalprices, rows).kind === 'quarantined');
    expect(days).toHaveLength(36);
    expect(quarantined.map(({ artifact }) => artifact.fetchedAt.slice(0, 10))).toEqual(['2026-07-05']);
  });

  it('reads 2026-08-09 in full, but for the GPUs of Google Cloud without their host', () => {
    const { rows } = days.at(-1) ?? { rows: [] };
    expect(rows.filter(({ kind }) => kind === 'quote')).toHaveLength(278);
    expect(quotesOf(rows, 'runpod')).toContainEqual(expect.objectContaining({ value: 2.39, at: '/offers/0/usd_hr' }));
  });
});
