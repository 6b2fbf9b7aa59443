/** The gate lets good documents through and bites on each kind of bad one. */
import { type Quote, quote, type Row, skip } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import type { Source } from '../define-source.ts';
import { judge, released } from './judge.ts';

const source: Source = {
  id: 'list',
  name: 'A list',
  home: 'https://example.com',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '0 0 * * *',
  staleAfterMinutes: 60,
  licence: { terms: 'open', name: 'CC0' },
  optIn: false,
  expect: { atLeast: 3, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [],
  parse: () => [],
};

const rental = (subject: string, value: number, venue = 'lambda'): Quote =>
  quote({
    series: {
      subject,
      metric: 'rental',
      venue,
      terms: { kind: 'rental', surface: 'list', tenor: 'on_demand' },
      unit: 'USD/GPU-hr',
    },
    value,
    at: `/${venue}/${subject}/${value}`,
  });

const tokens = (value: number): Quote =>
  quote({
    series: {
      subject: 'lab/model',
      metric: 'input',
      venue: 'lab',
      terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
      unit: 'USD/MTok',
    },
    value,
    at: '/model',
  });

const venues = ['aws', 'azure', 'coreweave', 'crusoe', 'lambda', 'nebius', 'ovh', 'runpod', 'vultr', 'verda'];
const good = venues.map((venue, index) => rental('h100-sxm', 3 + index / 10, venue));
const lastAt = ({ venue }: Quote['series']) => good.find(({ series }) => series.venue === venue)?.value;
const atHalfOfLast = ({ venue }: Quote['series']) =>
  (good.find(({ series }) => series.venue === venue)?.value ?? 0) / 2;

const accepted = (rows: readonly Row[]) => {
  const verdict = judge(source, rows);
  if (verdict.kind !== 'accepted') throw new Error(verdict.reasons.join('; '));
  return verdict;
};

describe('judge', () => {
  it('accepts what the source expects', () => {
    expect(accepted(good)).toEqual({ kind: 'accepted', quotes: good, headlines: [], skips: [], held: [] });
  });

  it.each([
    ['too few quotes', good.slice(0, 2), /at least 3 quotes, found 2/],
    ['a missing subject', good.map((row) => rental('h200', row.value, row.series.venue)), /a quote of h100-sxm/],
    [
      'too many skips',
      [...good, skip('not_a_price', 'x', '/1'), skip('not_a_price', 'y', '/2'), skip('not_a_price', 'z', '/3')],
      /skipped 23 % of rows/,
    ],
    [
      'most rows out of every band',
      good.map((row) => rental('h100-sxm', row.value * 1000, row.series.venue)),
      /at least 3 quotes, found 0/,
    ],
  ])('quarantines %s', (_, rows, reason) => {
    expect(judge(source, rows)).toMatchObject({
      kind: 'quarantined',
      reasons: expect.arrayContaining([expect.stringMatching(reason)]),
    });
  });

  it.each(['out_of_scope', 'free', 'dynamic'] as const)('does not hold rows that are %s against a source', (code) => {
    const outside = Array.from({ length: 50 }, (_, index) => skip(code, 'x', `/${index}`));
    expect(accepted([...good, ...outside]).skips).toHaveLength(50);
  });

  it.each([
    ['h100-sxm', 26],
    ['h100-sxm', 0.01],
    ['h100', 0.5],
    ['gb200', 0.9],
    ['mi355x', 31],
    ['rtx-3090', 101],
    ['h200', Number.NaN],
    ['h200', Number.POSITIVE_INFINITY],
    ['h200', -2],
    ['h200', 0],
  ])('skips %s at %d USD per hour', (subject, value) => {
    const { quotes, skips } = accepted([...good, rental(subject, value, 'sfcompute')]);
    expect(quotes).toEqual(good);
    expect(skips).toMatchObject([{ code: 'implausible' }]);
  });

  it.each([[rental('rtx-3090', 0.5)], [rental('b200', 39.9)], [tokens(150)], [tokens(0.0028)]])(
    'keeps the unusual but possible %o',
    (row) => {
      expect(accepted([...good, row]).quotes).toContainEqual(row);
    },
  );

  it('skips a price per token that was meant per thousand', () => {
    expect(accepted([...good, tokens(5000)]).skips).toMatchObject([
      { code: 'implausible', text: expect.stringContaining('was 5000') },
    ]);
  });

  it('skips both of two values for one series and keeps one of two equal ones', () => {
    const [first] = good;
    const contradiction = rental('h200', 4),
      other = rental('h200', 5);
    const { quotes, skips } = accepted([
      ...good,
      { ...rental('h100-sxm', 3, 'aws'), at: '/again' },
      contradiction,
      other,
    ]);
    expect(quotes).toEqual(good);
    expect(quotes[0]).toBe(first);
    expect(skips.map(({ code, at }) => [code, at])).toEqual([
      ['ambiguous', contradiction.at],
      ['ambiguous', other.at],
    ]);
  });

  it.each([
    ['gpu_rental', 20, 21, '50 %'],
    ['llm_api', 14, 15, '70 %'],
    ['memory', 14, 15, '70 %'],
  ] as const)(
    'quarantines a reading of %s with 10 quotes after one with more than %d',
    (commodity, fine, quotes, share) => {
      const nothingKnown = { valueOf: () => undefined };
      expect(judge({ ...source, commodity }, good, { quotes: fine, ...nothingKnown }).kind).toBe('accepted');
      expect(judge({ ...source, commodity }, good, { quotes, ...nothingKnown })).toMatchObject({
        kind: 'quarantined',
        reasons: [`found 10 quotes, fewer than ${share} of the ${quotes} before`],
      });
    },
  );

  it('names the ratio when many prices move together by one', () => {
    expect(judge(source, good, { quotes: 10, valueOf: atHalfOfLast })).toMatchObject({
      kind: 'quarantined',
      reasons: ['10 of 10 prices at 10 venues moved by x2: a changed unit?'],
    });
  });

  it('holds a jump back, and counts it as found', () => {
    const [first, ...rest] = good;
    const raised = { ...rental('h100-sxm', 5, 'aws'), at: '/raised' };
    expect(first).toMatchObject({ value: 3 });
    expect(judge(source, [raised, ...rest], { quotes: 14, valueOf: lastAt })).toMatchObject({
      kind: 'accepted',
      quotes: rest,
      skips: [{ code: 'held', text: 'h100-sxm at aws: jump: 3 to 5' }],
      held: [{ quote: raised, rule: 'jump' }],
    });
  });

  it('compares only the newest value of a series that restates its history', () => {
    const history = [3, 6, 12].map((value, index) => ({
      ...rental('h100-sxm', value),
      observedAt: `2026-0${index + 1}-01T00:00:00.000Z`,
    }));
    expect(judge(source, history, { quotes: 3, valueOf: () => 11.5 }).kind).toBe('accepted');
  });
});

describe('released', () => {
  it('believes what only the document as a whole was doubted for, never what is no price', () => {
    const doubled = good.map((row) => ({ ...row, value: row.value * 2 }));
    const previous = {
      quotes: 10,
      valueOf: lastAt,
    };
    expect(judge(source, doubled, previous).kind).toBe('quarantined');
    const { quotes, skips } = released([...doubled, rental('h200', 0.01)]);
    expect(quotes).toEqual(doubled);
    expect(skips).toMatchObject([{ code: 'implausible' }]);
  });
});
