/** Contract prices are dated by their settlement, and a gigabit is no gigabyte. */
import type { Row } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { dramexchangeHomeprice } from './index.ts';

const json = new TextDecoder().decode(fixtureOf(dramexchangeHomeprice).bytes);
const read = (body: string, fetchedAt = '2026-10-01T00:00:00.000Z') =>
  readDocument(dramexchangeHomeprice, artifactOf(dramexchangeHomeprice, body, { fetchedAt }));

const averages = (rows: readonly Row[]) =>
  rows.flatMap((row) =>
    row.kind === 'quote' && row.series.metric === 'average' ? [[row.series.subject, row.value, row.series.unit]] : [],
  );

describe('dramexchange-homeprice', () => {
  it('keeps the 8 Gb chip and the 8 GB module apart', () => {
    expect(averages(read(json))).toEqual([
      ['dram-ddr4-8gb', 22.5, 'USD/chip'],
      ['module-ddr4-sodimm-8gb', 121, 'USD/module'],
      ['module-ddr5-sodimm-8gb', 118, 'USD/module'],
      ['dram-ddr3-4gb-x16', 11.5, 'USD/chip'],
    ]);
  });

  it('dates each price by its own settlement, in UTC', () => {
    expect(read(json)[0]).toEqual({
      kind: 'quote',
      series: {
        subject: 'dram-ddr4-8gb',
        metric: 'session_low',
        venue: 'dramexchange',
        terms: { kind: 'memory', basis: 'contract' },
        unit: 'USD/chip',
      },
      value: 20,
      observedAt: '2026-07-31T02:30:00.000Z',
      at: '/0/show_lo',
    });
    expect(read(json)).toContainEqual(expect.objectContaining({ value: 11.5, observedAt: '2026-06-30T03:00:00.000Z' }));
  });

  it('reads a reprint as the same observation', () => {
    expect(read(json, '2026-10-20T00:00:00.000Z')).toEqual(read(json));
  });

  it.each([
    ['a lower-case gigabyte', json.replace('DDR4 8GB SO', 'DDR4 8Gb SO')],
    ['an unknown product', json.replace('DDR4 8GB SO', 'DDR7 8GB SO')],
    ['no average', json.replace('"show_avg": 121.0', '"show_avg": null')],
    ['an average outside its range', json.replace('"show_avg": 121.0', '"show_avg": 12.1')],
    ['a day without a time', json.replaceAll('2026-07-31T10:30:00', '2026-07-31')],
  ])('does not believe %s', (_, body) => {
    expect(averages(read(body))).not.toContainEqual(expect.arrayContaining(['module-ddr4-sodimm-8gb']));
  });
});
