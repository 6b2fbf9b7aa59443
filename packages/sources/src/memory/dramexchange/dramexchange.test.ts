/** DRAMeXchange: every cell under its own title, every board at its own time. */
import type { Quote, Row } from '@bandgap/core';
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { isPublishable } from '../../define-source.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { dramexchange } from './index.ts';

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
      printedChange: { percent: 0.5, at: '#tb_NationalDramSpotPrice > tr:nth-child(2) > td:nth-child(7)' },
      at: '#tb_NationalDramSpotPrice > tr:nth-child(2) > td:nth-child(6)',
    });
  });

  it('keeps the change printed beside a price: the arrow gives the sign, unchanged is zero, nothing printed is nothing', () => {
    const changesIn = (page: string) =>
      read(page).flatMap((row) =>
        row.kind === 'quote' && row.series.metric === 'average' ? [row.printedChange?.percent] : [],
      );
    expect(changesIn(html).slice(0, 4)).toEqual([0.5, -0.25, 1, 0]);
    expect(changesIn(html.replace(' 0.50 %', '—')).slice(0, 1)).toEqual([0]);
    expect(changesIn(html.replace(' 0.50 %', '')).slice(0, 1)).toEqual([undefined]);
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

  it('reads the boards of the week, which share one id, each at its own time, without their weekly range', () => {
    const averages = fixture.flatMap((row) =>
      row.kind === 'quote' && row.series.metric === 'average' ? [[row.series.subject, row.value, row.observedAt]] : [],
    );
    expect(averages.slice(6)).toEqual([
      ['module-ddr5-udimm-16gb', 222, '2026-02-24T10:10:00.000Z'],
      ['module-ddr5-rdimm-32gb', 930, '2026-02-24T10:10:00.000Z'],
      ['dram-gddr6-8gb', 12.4, '2026-02-25T10:10:00.000Z'],
      ['die-tlc-512gb', 21.5, '2026-02-26T10:10:00.000Z'],
      ['card-microsd-64gb', 5, '2026-02-27T10:10:00.000Z'],
    ]);
    expect(pricesOf(fixture, 'module-ddr5-udimm-16gb')).toEqual({ session_low: 205, average: 222, session_high: 235 });
    expect(fixture).toContainEqual(
      expect.objectContaining({ value: 12.4, at: '#tb_ModuleSpotPrice[2] > tr:nth-child(2) > td:nth-child(6)' }),
    );
  });

  it('tells branded chips from those marked eTT', () => {
    expect(pricesOf(fixture, 'dram-ddr4-16gb-3200')).toMatchObject({ average: 60.25 });
    expect(pricesOf(fixture, 'dram-ddr4-16gb-ett')).toMatchObject({ average: 9.5 });
  });

  it('keeps the sessions of a day apart', () => {
    const times = ['11:00', '14:40', '18:10'].map((session) =>
      read(html.replace('11:00', session)).flatMap((row) =>
        row.kind === 'quote' && row.value === 40.5 ? [row.observedAt] : [],
      ),
    );
    expect(times.flat()).toEqual(['2026-03-02T03:00:00.000Z', '2026-03-02T06:40:00.000Z', '2026-03-02T10:10:00.000Z']);
  });

  it('says the same on a Sunday as on the Friday before', () => {
    const sunday = readDocument(
      dramexchange,
      artifactOf(dramexchange, html, { fetchedAt: '2026-10-04T10:30:00.000Z' }),
    );
    expect(sunday).toEqual(fixture);
  });

  it('knows a product by its number when its name drifts, and by its name while it has no number', () => {
    const renamed = html
      .replace('DDR5 16Gb (2Gx8) 4800/5600', 'DDR5 16Gb (2Gx8) 5600/6400')
      .replace('DDR4 16Gb (2Gx8) 3200', 'DDR4 16Gb (2Gx8)3200');
    expect(read(renamed)).toEqual(fixture);
    expect(pricesOf(fixture, 'dram-gddr6-8gb')).toMatchObject({ average: 12.4 });
  });

  it('does not believe a session that moved by more than 40 %', () => {
    const rows = read(html.replace('0.50 %', '41.00 %'));
    expect(pricesOf(rows, ddr5)).toEqual({});
  });

  it('passes over a board of the week that it cannot read, and says so', () => {
    const rows = read(html.replace('Last Update: Feb.24', 'Updated Feb.24'));
    expect(pricesOf(rows, 'module-ddr5-udimm-16gb')).toEqual({});
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'skip', code: 'no_date', at: '#tb_ModuleSpotPrice' }));
    expect(pricesOf(rows, ddr5)).toMatchObject({ average: 40.5 });
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
    ['followed by a cell without a title', html.replace('>40.500</td>', '>40.500</td><td>0.60</td>')],
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
