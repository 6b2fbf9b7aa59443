/** MemoryMarket: one page, one product, half a year of weeks. */
import { memoryPartByBoardId, memoryPartByName } from '@bandgap/catalog';
import { type Row, SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { memorymarket } from './index.ts';

const html = new TextDecoder().decode(fixtureOf(memorymarket).bytes);
const read = (page: string | Uint8Array, number = 'ews/100266') =>
  readDocument(memorymarket, artifactOf(memorymarket, page, { url: `https://www.memorymarket.com/price/${number}` }));

const prices = (rows: readonly Row[]) =>
  rows.flatMap((row) =>
    row.kind === 'quote' ? [[row.series.subject, row.series.metric, row.value, row.observedAt?.slice(0, 10)]] : [],
  );

describe('memorymarket', () => {
  it('reads every week of the chart', () => {
    expect(prices(read(html))).toEqual([
      ['dram-ddr5-16gb', 'session_low', 35, '2026-08-11'],
      ['dram-ddr5-16gb', 'average', 39.5, '2026-08-11'],
      ['dram-ddr5-16gb', 'session_high', 44, '2026-08-11'],
      ['dram-ddr5-16gb', 'session_low', 36, '2026-08-18'],
      ['dram-ddr5-16gb', 'average', 40, '2026-08-18'],
      ['dram-ddr5-16gb', 'session_high', 45, '2026-08-18'],
    ]);
  });

  it('asks for a page of every product it knows, LPDDR5X among them', () => {
    const urls = memorymarket.requests({ key: '' }).map(({ url }) => url);
    expect(new Set(urls).size).toBe(36);
    expect(urls).toContain('https://www.memorymarket.com/price/ews/100326');
    expect(urls).toContain('https://www.memorymarket.com/price/ems/100263');
  });

  it.each([
    ['of another product', html.replaceAll('DDR5 16Gb Major', 'DDR4 16Gb 3200')],
    ['of a product of another size', html.replaceAll('DDR5 16Gb Major', 'DDR5 24Gb')],
    ['without a name', html.replace('DDR5 16Gb Major | MemoryMarket', '')],
    ['whose prices have another shape', html.replaceAll('"Avg"', '"Mean"')],
  ])('refuses a page %s', (_, page) => {
    expect(() => read(page)).toThrow(SourceChanged);
  });

  it('does not believe a week with two averages, or with one above its high', () => {
    expect(prices(read(html.replace('"value":44', '"value":39'))).map(([, , , day]) => day)).not.toContain(
      '2026-08-11',
    );
    const twice = html.replace('[{', '[{"date":"2026-08-11","value":38,"category":"Avg"},{');
    expect(prices(read(twice)).map(([, , , day]) => day)).not.toContain('2026-08-11');
  });
});

describe.skipIf(recordingsAbsent)('memorymarket on recordings (skipped where they are absent)', () => {
  it('reads a chart', () => {
    expect(prices(read(recording('memory/html/memorymarket_product_100221_SonChangGi.html'), 'ews/100221'))).toEqual([
      ['dram-ddr4-8gb-3200', 'session_low', 18, '2026-06-02'],
      ['dram-ddr4-8gb-3200', 'average', 22, '2026-06-02'],
      ['dram-ddr4-8gb-3200', 'session_high', 30, '2026-06-02'],
    ]);
  });

  it('reads a table', () => {
    const rows = prices(read(recording('memory/html/memorymarket_product_100222_SonChangGi.html'), 'ews/100222'));
    expect(rows.filter(([, metric]) => metric === 'average')).toEqual([
      ['dram-ddr4-16gb-3200', 'average', 48, '2026-05-26'],
      ['dram-ddr4-16gb-3200', 'average', 49, '2026-06-02'],
      ['dram-ddr4-16gb-3200', 'average', 50, '2026-06-09'],
    ]);
    expect(rows).toHaveLength(9);
  });

  it('knows every product of a recorded year by number and by name', () => {
    const csv = new TextDecoder().decode(recording('memory/prices/cfm_memorymarket_weekly_SonChangGi.csv'));
    const products = new Set(
      [...csv.matchAll(/"([^"]+)",.*\/price\/(e[wm]s\/\d+)/g)].map(([, ...product]) => product.join('|')),
    );
    expect(products.size).toBe(36);
    for (const product of products) {
      const [name = '', number = ''] = product.split('|');
      expect(memoryPartByName(name)).toBeDefined();
      expect(memoryPartByBoardId('memorymarket', number)).toBe(memoryPartByName(name));
    }
  });
});
