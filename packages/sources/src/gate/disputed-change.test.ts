/** A printed change that does not lead from the price we know to the one printed beside it is said, and the price is used. */
import { type Instant, type Quote, quote } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, recording, recordingsAbsent } from '../artifacts.fixture.ts';
import { csvRows } from '../documents/csv-document.ts';
import { dramexchange } from '../memory/dramexchange/index.ts';
import { boardDay } from '../rows/board-time.ts';
import { percentChange } from '../rows/percent-change.ts';
import { disputedChange } from './disputed-change.ts';
import { judge } from './judge.ts';

const place = '#tb > tr:nth-child(2) > td:nth-child(7)';
const priced = (value: number, percent?: number): Quote =>
  quote({
    series: {
      subject: 'dram-ddr5-16gb-4800',
      metric: 'average',
      venue: 'dramexchange',
      terms: { kind: 'memory', basis: 'spot' },
      unit: 'USD/chip',
    },
    value,
    observedAt: '2026-08-21T10:10:00.000Z',
    ...(percent === undefined ? {} : { printedChange: { percent, at: place } }),
    at: '#tb > tr:nth-child(2) > td:nth-child(6)',
  });

const after = (close: number | undefined) => ({ quotes: 1, valueOf: () => close, closeBefore: () => close });
const disputed = (close: number | undefined, value: number, percent?: number) =>
  disputedChange(priced(value, percent), after(close));

describe('disputed-change', () => {
  it.each([
    ['a rise, to the last digit', 53.267, 53.433, 0.31],
    ['a fall', 13.982, 13.961, -0.15],
    ['an unchanged price', 53.767, 53.767, 0],
    ['a cheap part, of whose price a thousandth is much', 0.333, 0.334, 0.25],
  ])('agrees with %s', (_, close, value, percent) => expect(disputed(close, value, percent)).toBeUndefined());

  it.each([
    ['two digits of the price changed places', 53.767, 45.1, 0.62],
    ['a price one digit of which is wrong', 53.767, 54.7, 0.62],
    ['the wrong sign', 53.767, 54.1, -0.62],
    ['a price said to be unchanged', 53.767, 54.1, 0],
    ['a day that we missed', 53.267, 54.1, 0.62],
  ])('disputes %s', (_, close, value, percent) => {
    expect(disputed(close, value, percent)).toMatchObject({ kind: 'skip', code: 'disputed', at: place });
  });

  it('says what was printed and what it should have been', () => {
    expect(disputed(53.767, 45.1, 0.62)?.text).toBe(
      'dram-ddr5-16gb-4800 at dramexchange: printed 0.62 %, but from 53.767 to 45.1 is -16.12 %',
    );
  });

  it('has nothing to compare where no change is printed, or the close was not seen', () => {
    expect(disputed(53.767, 45.1)).toBeUndefined();
    expect(disputed(undefined, 45.1, 0.62)).toBeUndefined();
  });

  it('uses the price all the same', () => {
    const source = { ...dramexchange, expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0 } };
    const wrong = priced(45.1, 0.62);
    expect(judge(source, [wrong], after(53.767))).toMatchObject({
      kind: 'accepted',
      quotes: [wrong],
      skips: [{ code: 'disputed', at: place }],
    });
  });
});

interface Recorded {
  readonly item: string;
  readonly at: Instant;
  readonly average: number;
  readonly percent: number | null;
}

const rowsOf = (file: string, columns: readonly string[]) =>
  csvRows(artifactOf(dramexchange, recording(`memory/prices/${file}`)), { columns });

/** Rows whose close stands in the same file, with it. */
const withClose = (rows: readonly Recorded[]) =>
  rows.flatMap(({ item, at, average, percent }) => {
    const { begins, lastSession } = boardDay(at);
    const close = rows.findLast((row) => row.item === item && row.at >= lastSession && row.at < begins);
    const isOnWeekend = [0, 6].includes(new Date(at).getUTCDay());
    return close === undefined || percent === null || isOnWeekend ? [] : [{ close: close.average, average, percent }];
  });

describe.skipIf(recordingsAbsent)('printed changes as recorded (skipped where the recordings are absent)', () => {
  const files: readonly (readonly [collector: string, found: number, rows: () => readonly Recorded[]])[] = [
    [
      'TrendForce, once a day',
      52,
      () =>
        rowsOf('trendforce_dram_spot_SonChangGi.csv', ['item', 'session_time']).map((row) => ({
          item: row.field('item'),
          at: new Date(`${row.field('source_last_update_date')}T${row.field('session_time')}:00+08:00`).toISOString(),
          average: Number(row.field('session_average')),
          percent: row.field('session_change_percent') === '' ? null : Number(row.field('session_change_percent')),
        })),
    ],
    [
      'TrendForce in Chinese, up to three times a day',
      147,
      () =>
        rowsOf('trendforce_tw_dram_spot_geekym0nkey.csv', ['Timestamp', '項目']).map((row) => ({
          item: row.field('項目'),
          at: new Date(`${row.field('Timestamp').replace(' ', 'T')}Z`).toISOString(),
          average: Number(row.field('盤平均')),
          percent: percentChange(row.field('盤漲跌幅')),
        })),
    ],
  ];

  it.each(files)('%s: all %d agree, and none does with a price 1 %% higher', (_, found, rows) => {
    const recorded = withClose(rows());
    expect(recorded).toHaveLength(found);
    expect(recorded.filter(({ close, average, percent }) => disputed(close, average, percent))).toEqual([]);
    expect(recorded.filter(({ close, average, percent }) => disputed(close, average * 1.01, percent))).toHaveLength(
      found,
    );
  });
});
