/** TrendForce: a spot price is that of its session, a contract price that of its period. */
import { type Row, SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { isPublishable } from '../../define-source.ts';
import { readDocument } from '../../read-document.ts';
import { trendforcePrice } from './index.ts';

const html = new TextDecoder().decode(fixtureOf(trendforcePrice).bytes);
const read = (page: string, fetchedAt = '2026-08-21T11:00:00.000Z') =>
  readDocument(trendforcePrice, artifactOf(trendforcePrice, page, { fetchedAt, contentType: 'text/html' }));

const averages = (rows: readonly Row[]) =>
  rows.flatMap((row) =>
    row.kind === 'quote' && row.series.metric === 'average' && row.series.terms.kind === 'memory'
      ? [[row.series.subject, row.series.terms.basis, row.value, row.observedAt]]
      : [],
  );
const skipsIn = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'skip' ? [[row.code, row.text]] : []));

describe('trendforce-price', () => {
  it('dates each board by what stands in its own section', () => {
    expect(averages(read(html))).toEqual([
      ['dram-ddr5-16gb-4800', 'spot', 50.5, '2026-08-07T10:10:00.000Z'],
      ['dram-ddr4-8gb-3200', 'spot', 40.5, '2026-08-07T10:10:00.000Z'],
      ['dram-ddr4-8gb-ett', 'spot', 4.7, '2026-08-07T10:10:00.000Z'],
      ['module-ddr5-sodimm-8gb', 'contract', 109, '2026-06-30T00:00:00.000Z'],
      ['dram-ddr4-8gb', 'contract', 21, '2026-06-30T00:00:00.000Z'],
      ['module-ddr5-rdimm-32gb', 'spot', 930, '2026-08-04T10:10:00.000Z'],
    ]);
  });

  it('reads a contract board that is shown for weeks as one observation', () => {
    const contracts = (rows: readonly Row[]) => averages(rows).filter(([, basis]) => basis === 'contract');
    const reprinted = html
      .replace('2026-08-03 09:00', '2026-08-20 09:00')
      .replace('2026-08-07 18:10', '2026-08-20 18:10');
    expect(contracts(read(reprinted))).toEqual(contracts(read(html, '2026-08-08T00:00:00.000Z')));
  });

  it('names what it passes over', () => {
    expect(skipsIn(read(html))).toEqual([
      ['out_of_scope', "PC-Client OEM SSD Contract Price (2Q'26) headed Item, High, Low, Average"],
      ['no_date', 'LPDDR Spot Price: '],
    ]);
  });

  it('does not take a board for members for an empty one', () => {
    const dated = html.replace(
      '<div class="price-title">LPDDR Spot Price</div>',
      '<div class="price-title">LPDDR Spot Price</div><div class="price-last-update">Last Update 2026-08-07 18:10 (GMT+8)</div>',
    );
    expect(skipsIn(read(dated))).toContainEqual(['unknown_subject', 'LPDDR4 16Gb']);
  });

  it('borrows no cell from the row below', () => {
    const blank = html.replace('>40.500<', '><');
    expect(averages(read(blank)).map(([subject, , value]) => [subject, value])).toEqual(
      expect.arrayContaining([['dram-ddr4-8gb-ett', 4.7]]),
    );
    expect(skipsIn(read(blank))).toContainEqual([
      'not_a_price',
      'DDR4 8Gb (1Gx8) 3200: 20.00 | 20.00 |  | 70.00 | 70.00',
    ]);
    expect(averages(read(blank))).not.toContainEqual(expect.arrayContaining(['dram-ddr4-8gb-3200']));
  });

  it('has no date for a contract board whose title names no period', () => {
    const untitled = read(html.replace(' (2H Jun)', ''));
    expect(averages(untitled).filter(([, basis]) => basis === 'contract')).toEqual([]);
    expect(skipsIn(untitled)).toContainEqual(['no_date', expect.stringContaining('DRAM Contract Price')]);
  });

  it('refuses a page without boards, and is for the operator only', () => {
    expect(() => read('<html><body>Sign in</body></html>')).toThrow(SourceChanged);
    expect(isPublishable(trendforcePrice)).toBe(false);
  });
});

describe.skipIf(recordingsAbsent)('trendforce-price on a recorded page (skipped where the recording is absent)', () => {
  it('dates the spot board, and does not date the contract board by the time of another', () => {
    const page = recording('memory/html/trendforce_spot_trimmed_2026-06-10_SonChangGi.html');
    const rows = readDocument(trendforcePrice, artifactOf(trendforcePrice, page));
    expect(averages(rows)).toEqual([
      ['dram-ddr5-16gb-4800', 'spot', 44.5, '2026-06-10T03:00:00.000Z'],
      ['dram-ddr4-16gb-3200', 'spot', 65.5, '2026-06-10T03:00:00.000Z'],
    ]);
    expect(skipsIn(rows)).toEqual([['no_date', 'a contract table: ']]);
  });
});
