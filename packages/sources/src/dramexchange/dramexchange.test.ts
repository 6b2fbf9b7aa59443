/** DRAMeXchange: every cell under its own title, every board at its own time. */
import type { Quote, Row } from '@bandgap/core';
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import { isPublishable } from '../define-source.ts';
import { judge } from '../judge.ts';
import { readDocument } from '../read-document.ts';
import { dramexchange } from './index.ts';
import { printedGigabits } from './printed-gigabits.ts';

const html = new TextDecoder().decode(fixtureOf(dramexchange).bytes);
const read = (page: string) => readDocument(dramexchange, artifactOf(dramexchange, page, { contentType: 'text/html' }));
const fixture = read(html);

const pricesOf = (rows: readonly Row[], subject: string) =>
  Object.fromEntries(
    rows
      .filter((row): row is Quote => row.kind === 'quote' && row.series.subject === subject)
      .map(({ series, value }) => [series.metric, value]),
  );

const ddr5 = 'dram-ddr5-16gb-4800';

describe('dramexchange', () => {
  it('reads five prices of a product, each under its own title', () => {
    expect(pricesOf(fixture, ddr5)).toEqual({
      daily_low: 30,
      session_low: 31,
      average: 40.5,
      session_high: 51,
      daily_high: 52,
    });
    expect(fixture.find((row) => row.kind === 'quote' && row.series.metric === 'average')).toEqual({
      kind: 'quote',
      series: {
        subject: ddr5,
        metric: 'average',
        venue: 'dramexchange',
        terms: { kind: 'memory', basis: 'spot' },
        unit: 'USD/chip',
      },
      value: 40.5,
      observedAt: '2026-03-02T03:00:00.000Z',
      at: '#tb_NationalDramSpotPrice > tr:nth-child(2) > td:nth-child(6)',
    });
  });

  it('dates each board by the time in its own section', () => {
    const times = new Map(
      fixture.map((row) => [row.at.split(' ')[0], row.kind === 'quote' ? row.observedAt : undefined]),
    );
    expect(Object.fromEntries(times)).toMatchObject({ '#tb_NationalDramSpotPrice': '2026-03-02T03:00:00.000Z' });
    expect(fixture).toContainEqual(expect.objectContaining({ observedAt: '2026-02-23T06:40:00.000Z', value: 30 }));
  });

  it('parks a product nobody knows, with its name and number', () => {
    expect(fixture.filter(({ kind }) => kind === 'skip')).toMatchObject([
      { code: 'unknown_subject', text: 'TLC 1Tb 128GBx8 (999)' },
    ]);
  });

  it('is for the operator only', () => {
    expect(isPublishable(dramexchange)).toBe(false);
    expect(dramexchange.optIn).toBe(true);
  });

  it.each([
    ['a renamed column', html.replace('Session Average', 'Session Mean')],
    ['a column printed twice', html.replace('>History<', '>Session Average<')],
    ['weekly columns', html.replaceAll('Daily High', 'Weekly High')],
    ['a board without a time', html.replace('Last Update: Mar.2 2026', 'Last Update: today')],
    ['a month that is none', html.replace('Mar.2', 'Agu.2')],
    [
      'the time of a board in the section of another',
      html
        .replace(/<td class="title_right" id="NationalDramSpotPrice_show_day">.*?<\/td>/, '')
        .replace(
          '</body>',
          '<div id="NationalDramSpotPrice_show_day">Last Update: Mar.2 2026 11:00 (GMT+8)</div></body>',
        ),
    ],
    ['a missing board', html.replace('tb_NationalFlashSpotPrice', 'tb_FlashSpotPrice')],
    ['the end cut off', html.slice(0, html.indexOf('NationalFlashSpotPrice'))],
    ['100,000 nested elements', html.replace('<body>', `<body>${'<div>'.repeat(100_000)}`)],
  ])('refuses a page with %s', (_, page) => {
    expect(() => read(page)).toThrow(SourceChanged);
  });

  it('finds columns by their title when they change places', () => {
    const swapped = html
      .replaceAll('Daily High', '?')
      .replaceAll('Session Low', 'Daily High')
      .replaceAll('?', 'Session Low');
    expect(read(swapped).filter(({ kind }) => kind === 'quote')).toEqual([]);
  });

  it.each([
    ['blank', html.replace('>40.500<', '><')],
    ['a dash', html.replace('>40.500<', '>—<')],
    ['missing', html.replace('<td class="tab_tr_gray">40.500</td>', '')],
    ['negative', html.replace('>40.500<', '>-40.500<')],
    ['above the session', html.replace('>40.500<', '>51.500<')],
    ['below the session', html.replace('>40.500<', '>30.999<')],
    ['in another product’s density', html.replace('DDR5 16Gb (2Gx8) 4800/5600', 'DDR5 16GB (2Gx8) 4800/5600')],
    ['organised otherwise', html.replace('DDR5 16Gb (2Gx8) 4800/5600', 'DDR5 16Gb (1Gx8) 4800/5600')],
    ['of another size than the catalog says', html.replace('DDR5 16Gb (2Gx8) 4800/5600', 'DDR5 8Gb (1Gx8) 4800/5600')],
  ])('believes nothing of a row whose average is %s, and is quarantined', (_, page) => {
    const rows = read(page);
    expect(pricesOf(rows, ddr5)).toEqual({});
    expect(pricesOf(rows, 'dram-ddr5-16gb-ett')).toMatchObject({ average: 20 });
    expect(judge(dramexchange, rows)).toMatchObject({ kind: 'quarantined', reasons: [`expected a quote of ${ddr5}`] });
  });

  it('skips prices dated after the fetch', () => {
    const rows = read(html.replace('Mar.2 2026', 'Mar.2 2027'));
    expect(pricesOf(rows, ddr5)).toEqual({});
  });

  it('is quarantined when prices are multiplied by a thousand', () => {
    const inflated = html.replaceAll(/>(\d+\.\d+)</g, (_, price) => `>${Number(price) * 1000}<`);
    expect(judge(dramexchange, read(inflated)).kind).toBe('quarantined');
  });
});

describe('printedGigabits', () => {
  it.each([
    ['DDR5 16Gb (2Gx8) 4800/5600', 16, 16],
    ['DDR3 4Gb 512Mx8 1600/1866', 4, 4],
    ['DDR4 4Gb 256Mx16', 4, 4],
    ['SLC 1Gb 128MBx8', 1, 1],
    ['MLC 64Gb 8GBx8', 64, 64],
    ['512Gb TLC', 512, undefined],
    ['DDR4 8GB SO-DIMM', undefined, undefined],
  ])('of %s are %s by density and %s by organisation', (label, density, organisation) => {
    expect(printedGigabits(label)).toEqual({ ...(density && { density }), ...(organisation && { organisation }) });
  });
});

describe.skipIf(recordingsAbsent)('dramexchange on a recorded page (skipped where the recording is absent)', () => {
  it('returns the rows a person read on 2026-07-15', () => {
    const [artifact] = recordingsOf(dramexchange);
    if (artifact === undefined) throw new Error('expected a recording of dramexchange');
    const rows = readDocument(dramexchange, artifact);
    const expected = JSON.parse(
      new TextDecoder().decode(recording('memory/html/dramexchange_home_2026-07-15.expected.json')),
    );
    const subjects = [
      'dram-ddr5-16gb-4800',
      'dram-ddr5-16gb-ett',
      'dram-ddr4-16gb-3200',
      'dram-ddr4-16gb-ett',
      'nand-slc-2gb',
      'nand-slc-1gb',
      'nand-mlc-64gb',
    ];
    expect(subjects.map((subject) => pricesOf(rows, subject))).toEqual(
      expected.map(
        ({ daily_high, daily_low, session_high, session_low, session_average: average }: Record<string, number>) => ({
          daily_high,
          daily_low,
          session_high,
          session_low,
          average,
        }),
      ),
    );
    expect(rows.filter(({ kind }) => kind === 'quote')).toHaveLength(35);
    expect(rows).toContainEqual(expect.objectContaining({ value: 48.9, observedAt: '2026-07-15T10:10:00.000Z' }));
    expect(rows).toContainEqual(expect.objectContaining({ value: 31.1, observedAt: '2026-07-06T06:40:00.000Z' }));
    expect(judge(dramexchange, rows).kind).toBe('accepted');
  });
});
