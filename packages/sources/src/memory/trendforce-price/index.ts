/** TrendForce's price pages: spot boards with the time of their session, contract boards with the period in their title. */
import { type Artifact, type Instant, type Row, SourceChanged, skip, startOf } from '@bandgap/core';
import type { CheerioAPI } from 'cheerio/slim';
import type { Source } from '../../define-source.ts';
import { htmlDocument } from '../../documents/html-document.ts';
import { type IntroducedTable, introducedTables } from '../../documents/introduced-tables.ts';
import { columnsOf } from '../../rows/board-columns.ts';
import { boardRows, textOf } from '../../rows/board-rows.ts';
import { boardTime } from '../../rows/board-time.ts';
import { contractPeriodEnd } from '../../rows/contract-period.ts';

export const trendforcePrice: Source = {
  id: 'trendforce-price',
  name: 'TrendForce spot and contract prices',
  home: 'https://www.trendforce.com/price',
  commodity: 'memory',
  parserVersion: 1,
  schedule: '35 10,12 * * 1-5',
  staleAfterMinutes: 5 * 1440,
  licence: {
    terms: 'restricted',
    name: 'TrendForce and DRAMeXchange terms of service: no reproduction without consent',
  },
  optIn: true,
  expect: { atLeast: 10, mustQuote: [], rejectIfSkippedOver: 0.4 },
  requests: () =>
    ['dram/dram_spot', 'flash/flash_spot'].map((page) => ({ url: `https://www.trendforce.com/price/${page}` })),
  parse: (artifact) => {
    const $ = htmlDocument(artifact);
    const tables = introducedTables($, {
      table: 'table.price-table',
      title: '.price-title',
      time: '.price-last-update',
    });
    if (tables.length === 0) throw new SourceChanged('expected tables of class price-table, found none');
    return tables.flatMap((table, index) => tableRows({ $, artifact, path: `table.price-table[${index + 1}]` }, table));
  },
};

interface Page {
  readonly $: CheerioAPI;
  readonly artifact: Artifact;
  readonly path: string;
}

/** Boards of drives, and those for members, which list names without numbers, are passed over by name. */
function tableRows({ $, artifact, path }: Page, introduced: IntroducedTable): readonly Row[] {
  const { table } = introduced;
  const title = introduced.title.replaceAll(/\s+/g, ' ').trim();
  const titles = table
    .find('thead th')
    .toArray()
    .map((cell) => textOf($(cell)));
  const columns = columnsOf(titles);
  if (columns === undefined) return [skip('out_of_scope', `${title || 'a table'} headed ${titles.join(', ')}`, path)];

  const basis = titles.includes('Low Change') || title.includes('Contract') ? 'contract' : 'spot';
  const observedAt = basis === 'spot' ? boardTime(introduced.time) : periodEnd(title, artifact.fetchedAt);
  if (observedAt === undefined)
    return [skip('no_date', `${title || `a ${basis} table`}: ${introduced.time.trim()}`, path)];
  return boardRows($, table.find('tbody > tr'), {
    board: 'dramexchange',
    venue: 'trendforce',
    basis,
    observedAt,
    columns,
    path: `${path} > tbody`,
    firstRow: 1,
  });
}

/** The time above a contract board says when the page changed. A price is that of its period, however often it is shown. */
function periodEnd(title: string, fetchedAt: Instant): Instant | undefined {
  const day = contractPeriodEnd(title, fetchedAt);
  return day === undefined ? undefined : startOf(day);
}
