/** Headlines as the trade press writes them: what they state is read, what they do not is passed over in silence. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSignals } from './read-signals.ts';

const read = (publishedOn: string, text: string) => readSignals({ text, publishedAt: `${publishedOn}T08:00:00.000Z` });

const stated = (publishedOn: string, text: string) =>
  read(publishedOn, text).map(({ period, product, low, high }) => `${period} ${product} ${low}..${high}`);

describe('readSignals', () => {
  it('says where each record stands in the text, and by which rule', () => {
    const text = 'TrendForce: 3Q26 server DRAM contract prices to rise 13–18% QoQ';
    const [signal] = read('2026-07-09', text);
    expect(signal).toEqual({
      period: '3Q26',
      product: 'dram_server',
      metric: 'contract_qoq_pct',
      low: 13,
      high: 18,
      bound: 'range',
      status: 'forecast',
      prior: null,
      span: { start: text.indexOf('13'), end: text.indexOf(' QoQ') },
      ruleId: 'price-range',
    });
  });

  it.each([
    ['a range', '2026-07-05', 'NAND contract prices could advance 10% to 15% in 3Q26', '3Q26 nand_total 10..15'],
    [
      'a range between',
      '2026-07-05',
      'NAND prices seen up between 10 and 15 per cent in 3Q26',
      '3Q26 nand_total 10..15',
    ],
    [
      'more than',
      '2026-07-02',
      'Enterprise SSD prices likely to increase by more than 20% in 3Q26',
      '3Q26 essd 20..null',
    ],
    ['at least', '2025-12-30', 'GDDR7 contract quotes to soar by at least 30% in 1Q26', '1Q26 gddr7 30..null'],
    [
      'no more than',
      '2021-05-12',
      'Contract prices for eMMC will rise, but not exceed 5% in 2Q21',
      '2Q21 emmc null..5',
    ],
    ['a fall of more than', '2022-12-20', 'SSD prices to fall by over 10% in 1Q23', '1Q23 ssd null..-10'],
    ['doubling', '2026-02-02', '1Q26 PC DRAM contract prices to more than double', '1Q26 dram_pc 100..null'],
    ['no change', '2025-03-25', 'Enterprise SSD contract prices to remain unchanged in 2Q25', '2Q25 essd 0..0'],
    [
      'flat or less',
      '2021-09-24',
      'NAND contract prices to stay flat or drop by up to 5% in 4Q21',
      '4Q21 nand_total -5..0',
    ],
    [
      'a sign',
      '2026-02-18',
      'Conventional DRAM contract prices raised to +90–95% QoQ in 1Q26',
      '1Q26 dram_conventional 90..95',
    ],
    ['a decline to zero', '2021-09-22', 'Server DRAM prices to decline by 0-5% QoQ in 4Q21', '4Q21 dram_server -5..0'],
    [
      'a noun after the number',
      '2024-12-31',
      'DRAM prices set for a 13 percent decline in Q1 2025',
      '1Q25 dram_total -13..-13',
    ],
    [
      'a decline that shrinks',
      '2025-03-25',
      'The decline in consumer DRAM prices is to shrink to 0–5% in 2Q25',
      '2Q25 dram_consumer -5..0',
    ],
    [
      'an increase that drops',
      '2025-06-27',
      'The QoQ increase in server DRAM prices is to drop to 3–8% in 3Q25',
      '3Q25 dram_server 3..8',
    ],
  ])('reads %s', (_, publishedOn, text, statement) => {
    expect(stated(publishedOn, text)).toEqual([statement]);
  });

  it.each([
    ['a quarter in words', '2025-07-07', 'DDR4 contract prices to rise 10–15% in the third quarter of 2025', '3Q25'],
    ['a quarter without a year', '2025-12-30', 'DDR4 contract prices to rise 10–15% in Q1', '1Q26'],
    ['the last quarter of the year before', '2026-02-26', 'DDR4 contract prices rose 10–15% in Q4', '4Q25'],
    ['three months', '2025-12-31', 'DDR4 contract prices to rise 10–15% in January to March', '1Q26'],
    [
      'the quarter it was measured against',
      '2026-02-03',
      'DDR4 contract prices to rise 10–15% compared with 4Q25',
      '1Q26',
    ],
    ['no quarter', '2026-01-05', 'DDR4 contract prices to rise 10–15% QoQ', '1Q26'],
    ['no quarter, at the end of one', '2026-09-24', 'DDR4 contract prices to rise 10–15% QoQ', '4Q26'],
    ['no quarter, of what has been', '2024-08-16', 'DDR4 contract prices rose 10–15%', '2Q24'],
    ['a quarter that was', '2025-08-14', 'DDR4 prices, fairly stable in Q2, are expected to rise 10–15%', '3Q25'],
    ['a quarter in Chinese', '2026-02-02', '预计2026年第一季度DDR4合约价季增10-15%', '1Q26'],
  ])('dates %s', (_, publishedOn, text, period) => {
    expect(stated(publishedOn, text)).toEqual([`${period} ddr4 10..15`]);
  });

  it.each([
    ['shared by a list', 'eMMC and UFS contract prices to rise 0–5% in 4Q25', ['emmc 0..5', 'ufs 0..5']],
    [
      'each its own',
      'PC and server DRAM prices to gain 3–8% and 5–10%, respectively, in 4Q25',
      ['dram_pc 3..8', 'dram_server 5..10'],
    ],
    [
      'after the number',
      'Mobile DRAM prices to go up 38-43% for LPDDR4 and 10-15% for LPDDR5 in 4Q25',
      ['lpddr4x 38..43', 'lpddr5x 10..15'],
    ],
    [
      'with and without HBM',
      'DRAM prices to rise 8–13% in 4Q25, or 13–18% with HBM included',
      ['dram_total 8..13', 'dram_incl_hbm 13..18'],
    ],
    [
      'two ways at once',
      'Client SSD contract prices to fall 3–8% in 4Q25, while NAND wafers gain 15–20%',
      ['cssd -8..-3', 'nand_wafer 15..20'],
    ],
    [
      'left out the second time',
      '4Q25 NAND contract prices to climb 5–10%; enterprise SSD to climb over 10%',
      ['nand_total 5..10', 'essd 10..null'],
    ],
    [
      'apart from an aside',
      'Prices of server DRAM, the segment with the tightest supply, are to rise 28–33% in 4Q25',
      ['dram_server 28..33'],
    ],
    [
      'apart from the reason',
      'As shipments of HBM3E recover, consumer DDR4 prices are to rise 40–45% in 4Q25',
      ['dram_consumer_ddr4 40..45'],
    ],
    ['in Chinese', '4Q25 NAND Flash合約價季增5-10%,Client SSD跌幅3~8%', ['nand_total 5..10', 'cssd -8..-3']],
    [
      'in a note on an earlier range',
      'Server DRAM prices to rise 8–13% in 4Q25, down from 15–20% in 3Q25',
      ['dram_server 8..13'],
    ],
  ])('tells products apart: %s', (_, text, statements) => {
    expect(stated('2025-09-25', text)).toEqual(statements.map((statement) => `4Q25 ${statement}`));
  });

  it.each([
    ['from one range to another', 'NAND contract prices for 1Q26 are revised from 33–38% up to 55–60%', [33, 38]],
    ['up from one to another', 'NAND contract prices for 1Q26 are revised up from 33–38% to 55–60%', [33, 38]],
    [
      'previously',
      'TrendForce lifts its 1Q26 forecast for NAND contract prices to 55–60%, previously 33–38%',
      [33, 38],
    ],
    ['up from', 'NAND contract prices to rise 55–60% in 1Q26, up from an earlier estimate of 33–38%', [33, 38]],
    ['originally', 'NAND contract prices, originally put at 33–38%, are now seen rising 55–60% in 1Q26', [33, 38]],
    ['in Chinese', '第一季NAND合约价从此前预估的季增33-38%上修至55-60%', [33, 38]],
  ])('keeps what was said before: %s', (_, text, [low, high]) => {
    expect(read('2026-02-02', text)).toMatchObject([{ low: 55, high: 60, status: 'revised', prior: { low, high } }]);
  });

  it.each([
    ['2026-09-29', 'HBM blended ASP to jump 121% YoY in 2027', { metric: 'asp_yoy_pct', period: '2027' }],
    [
      '2026-01-29',
      'Fixed contract price of DDR4 8Gb rose 23.7% month-on-month in January',
      { metric: 'contract_mom_pct', period: '2026-01', status: 'actual' },
    ],
    [
      '2024-11-06',
      'The average spot price of DDR4 1Gx8 2666MT/s has fallen by 2.33% this week',
      { metric: 'spot_wow_pct', period: '2024-W45', product: 'chip_ddr4_8gb_2666', status: 'actual' },
    ],
    [
      '2026-02-26',
      'Conventional DRAM contract prices rose 45–50% in 4Q25',
      { metric: 'contract_qoq_pct', status: 'actual' },
    ],
  ])('on %s, %s', (publishedOn, text, signal) => {
    expect(read(publishedOn, text)).toMatchObject([signal]);
  });

  it.each([
    'AI server demand continues to support 4Q26 DRAM price hikes',
    'NAND suppliers post 23.8% QoQ revenue growth in 4Q25 on higher contract prices',
    'Contract price hikes lift 1Q26 DRAM industry revenue 61.5% QoQ',
    'DRAM bit shipments to rise 10–15% in 2Q26 while prices climb',
    'HBM to account for over 20% of DRAM capacity by the end of 2026',
    'DDR5 commands a 30% premium over DDR4 of the same capacity',
    'HBM4 to carry a 10–20% price premium per Gb over HBM3E in 2027',
    'HBM4 delivers 60% more bandwidth than HBM3E at a 30% higher price',
    'DDR4 spot prices are now 50% higher than contract prices',
    'Smartphone prices to rise 5–10% in 2026 as memory costs bite',
    'Notebook prices could increase by 15–20% as DRAM runs short',
    'Memory makes up 35% of the bill of materials of a phone, up from 20%',
    'Samsung share price up 6% after HBM3E qualification',
    'TSMC plans a 3–10% price hike for advanced nodes in 2026',
    'Rack memory to be cut from 55 TB to 28 TB of LPDDR5X',
    'A 1% rise in DRAM prices adds 5 cents to the cost of a phone',
    'TrendForce cuts its NAND contract price forecast to 10–15% for 4Q26',
    'SSD, eMMC and UFS prices to fall 8–13% and 5–10%, respectively, in 4Q26',
    'US tariff of 25% on memory chips to take effect in April',
    '第二季DRAM产值季增17.1%',
    '三星將DDR4產能削減20%,合約價看漲',
    '',
  ])('is silent on %j', (text) => {
    expect(read('2026-03-10', text)).toEqual([]);
  });

  it('reads the same text the same way twice, and no text takes long', () => {
    const words = fc.constantFrom(
      'DRAM',
      'PC, ',
      'server and ',
      'prices ',
      '5–10% ',
      '10%',
      ' to ',
      'from ',
      'Q1 ',
      ', ',
      '. ',
      '1',
      '季增',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 400 }), (parts) => {
        const text = parts.join('');
        expect(read('2026-03-10', text)).toEqual(read('2026-03-10', text));
      }),
      { numRuns: 50 },
    );
  });

  it.each(['PC, server and ', '1', '10% to ', 'DRAM prices, ', 'in ', '5–10% ', 'Q1 2026 ', '((((', 'cut a b c d e '])(
    'takes no longer over 100 kB of %j than its length explains',
    (part) => {
      const text = part.repeat(100_000 / part.length);
      const start = process.cpuUsage();
      read('2026-03-10', text);
      expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
    },
  );
});

const invented = readFileSync(new URL('headlines.fixture.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(/ \|(?: |$)/));

describe('readSignals on invented headlines, each with what it says', () => {
  it.each(invented)('%s %s', (publishedOn = '', text = '', statements = '') => {
    const said = read(publishedOn, text).map(
      ({ period, product, metric, low, high }) => `${period} ${product} ${metric} ${low}..${high}`,
    );
    expect(said.toSorted()).toEqual(statements.split('; ').filter(Boolean).toSorted());
  });
});

const examples = new URL('../../../../shared/fixtures/memory/headlines-examples.tsv', import.meta.url);

describe.skipIf(!existsSync(examples))('readSignals on collected headlines (skipped where they are absent)', () => {
  const unquoted = (cell = '') =>
    cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  const lines = existsSync(examples) ? readFileSync(examples, 'utf8').trim().split('\n').slice(1) : [];

  it.each(lines.map((line) => line.split('\t').map(unquoted)))(
    '%s',
    (_id, _kind, _lang, published, _by, _url, text, expected) => {
      const signals = read(published ?? '', text ?? '').map(({ prior: _, span: __, ruleId: ___, ...signal }) => signal);
      expect(signals).toEqual(JSON.parse(expected ?? ''));
    },
  );
});
