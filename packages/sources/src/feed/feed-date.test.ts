/** Feed dates are right or absent. */
import { describe, expect, it } from 'vitest';
import { recording, recordingsAbsent } from '../artifacts.fixture.ts';
import { believedDate, feedDate } from './feed-date.ts';

const now = '2026-07-01T00:00:00.000Z';

describe('feedDate', () => {
  it.each([
    ['Tue, 30 Jun 2026 15:53:01 +0800', '2026-06-30T07:53:01.000Z'],
    ['Tue,30 Jun 2026 15:53:01 -0000', '2026-06-30T15:53:01.000Z'],
    ['30 June 2026 9:05 EDT', '2026-06-30T13:05:00.000Z'],
    ['Tue, 30 Jun 2026 15:53:01', '2026-06-30T15:53:01.000Z'],
    ['2026-06-30T15:53:01+08:00', '2026-06-30T07:53:01.000Z'],
    ['2026-06-30T15:53:01.250Z', '2026-06-30T15:53:01.000Z'],
    ['2026-06-30 15:53', '2026-06-30T15:53:00.000Z'],
    ['2026-06-30', '2026-06-30T00:00:00.000Z'],
    ['  2026-06-30\n', '2026-06-30T00:00:00.000Z'],
    ['30 Jun 26 15:53 ET', '2026-06-30T20:53:00.000Z'],
    ['Τρί, 30 Ιούν 2026 15:53:01 GMT', '2026-06-30T15:53:01.000Z'],
    ['2026-június-30T9:15+02:00', '2026-06-30T07:15:00.000Z'],
    ['2026년 06월 30일 09:15:00', '2026-06-30T00:15:00.000Z'],
    ['2026-06-30 오후 12:15:00', '2026-06-30T03:15:00.000Z'],
    ['260630', '2026-06-30T00:00:00.000Z'],
    ['Tue Jun 30 15:53:01 2026', '2026-06-30T15:53:01.000Z'],
    ['Tue, 30 Jun 2026 15:53:01 +0000 (UTC)', '2026-06-30T15:53:01.000Z'],
    ['Tue, 30 Jun 2026 15:53:01 UTC+8', '2026-06-30T07:53:01.000Z'],
    ['Tue, 30-Jun-26 15:53:01 GMT', '2026-06-30T15:53:01.000Z'],
    ['2026-06-30 15:53:01 +0800 CST', '2026-06-30T07:53:01.000Z'],
    ['2026-06-30T15:53:01\u221208', '2026-06-30T23:53:01.000Z'],
    ['June 30, 2026 3:53 PM', '2026-06-30T15:53:00.000Z'],
    ['Tuesday, June 30, 2026 - 12:05 AM', '2026-06-30T00:05:00.000Z'],
    ['2026-06-30T24:00:00Z', '2026-07-01T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['20260630T155301Z', '2026-06-30T15:53:01.000Z'],
    ['1782834781', '2026-06-30T15:53:01.000Z'],
    ['1782834781000', '2026-06-30T15:53:01.000Z'],
    ['2026/6/30 9:05', '2026-06-30T09:05:00.000Z'],
    ['30.06.2026', '2026-06-30T00:00:00.000Z'],
    ['30/06/2026 15:53', '2026-06-30T15:53:00.000Z'],
    ['06/30/2026 15:53', '2026-06-30T15:53:00.000Z'],
    ['2026年6月30日 15:53', '2026-06-30T07:53:00.000Z'],
    ['2026년 6월 30일 (화) 15:53', '2026-06-30T06:53:00.000Z'],
    ['Di., 30. Juni 2026 15:53', '2026-06-30T15:53:00.000Z'],
    ['mar., 30 juin 2026 15:53:01 +0200', '2026-06-30T13:53:01.000Z'],
    ['30 de dezembro de 2025', '2025-12-30T00:00:00.000Z'],
    ['Вт, 30 июн 2026 10:00:00 +0300', '2026-06-30T07:00:00.000Z'],
  ])('reads %j', (text, instant) => {
    expect(feedDate(text)).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '31 Feb 2026 10:00 GMT',
    '2026-06-30T25:00:00Z',
    '22013',
    'Tue, 30 Jun 2026 15:53:01 +99:99',
    'Tue, 30 Jun 2026 15:53:01 XYZ',
    '30 Brumaire 2026 10:00',
    '30 Jun 2026 1:2:3',
    '06/07/2026',
    '2026-06-30T24:01:00Z',
    '0000-00-00 00:00:00',
    '2026-06/30',
    `2026-06-30${'('.repeat(50)}`,
    '26366',
    `2026-06-30${' '.repeat(100_000)}x`,
  ])('has no date for %j', (text) => {
    expect(feedDate(text)).toBeUndefined();
  });

  it('believes 48 hours ahead and ten years back', () => {
    expect(believedDate('2026-07-03', now)).toBe('2026-07-03T00:00:00.000Z');
    expect(believedDate('2026-07-03T00:01:00Z', now)).toBeUndefined();
    expect(believedDate('2016-07-02', now)).toBe('2016-07-02T00:00:00.000Z');
    expect(believedDate('2016-06-30', now)).toBeUndefined();
  });
});

describe.skipIf(recordingsAbsent)('feedDate on collected cases (skipped where the recordings are absent)', () => {
  const lines = recordingsAbsent
    ? []
    : new TextDecoder().decode(recording('memory/feeds/date_cases.tsv')).trim().split('\n').slice(1);
  const cases = lines
    .map((line) => line.split('\t'))
    .map(([, text = '', instant = '']) => ({ text: String(JSON.parse(text)), instant }));

  it('reads each of them', () => {
    expect(cases).toHaveLength(72);
    for (const { text, instant } of cases) expect([text, feedDate(text) ?? 'null']).toEqual([text, instant]);
  });
});
