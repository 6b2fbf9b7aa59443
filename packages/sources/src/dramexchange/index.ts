/** DRAMeXchange's home page: spot boards for DRAM and flash, up to three sessions a day, each board with a time of its own. */
import { type Row, SourceChanged } from '@bandgap/core';
import type { CheerioAPI } from 'cheerio';
import type { Source } from '../define-source.ts';
import { htmlDocument } from '../html-document.ts';
import { boardTime } from './board-time.ts';
import { columnsOf, rowsOf } from './product-row.ts';

const boards = ['NationalDramSpotPrice', 'NationalFlashSpotPrice'];

export const dramexchange: Source = {
  id: 'dramexchange',
  name: 'DRAMeXchange spot prices',
  home: 'https://www.dramexchange.com/',
  commodity: 'memory',
  parserVersion: 1,
  schedule: '30 10,12 * * 1-5',
  staleAfterMinutes: 5 * 1440,
  licence: { terms: 'restricted', name: 'DRAMeXchange terms of service, section 6.2: no reproduction without consent' },
  optIn: true,
  expect: { atLeast: 20, mustQuote: ['dram-ddr5-16gb-4800'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://www.dramexchange.com/' }],
  parse: (artifact) => {
    const page = htmlDocument(artifact);
    return boards.flatMap((board) => boardRows(page, board));
  },
};

/** The time of a board stands in its own section; the first on the page may belong to another board. */
function boardRows($: CheerioAPI, board: string): readonly Row[] {
  const table = $(`#tb_${board}`);
  if (table.length !== 1) throw new SourceChanged(`expected one table #tb_${board}, found ${table.length}`);
  const observedAt = boardTime(table.closest('.left_tab').find(`#${board}_show_day`).text());
  const [header, ...products] = table
    .children('tr')
    .toArray()
    .map((row) => $(row).children('td'));
  const columns = columnsOf(header?.toArray().map((cell) => $(cell).text().trim()) ?? []);
  return products.flatMap((cells, index) =>
    rowsOf({
      label: cells.first().text().replaceAll(/\s+/g, ' ').trim(),
      cells: cells.toArray().map((cell) => $(cell).text().trim()),
      boardId: Number(/[?&]type=(\d+)/.exec(cells.find('[onclick]').attr('onclick') ?? '')?.[1]),
      columns,
      observedAt,
      path: `#tb_${board} > tr:nth-child(${index + 2})`,
    }),
  );
}
