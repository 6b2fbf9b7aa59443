/** DRAMeXchange's home page: spot boards up to three sessions a day (11:00, 14:40, 18:10 GMT+8), each with a time of its own. */
import { type Row, SourceChanged, skip } from '@bandgap/core';
import type { CheerioAPI } from 'cheerio/slim';
import type { Source } from '../../define-source.ts';
import { htmlDocument } from '../../documents/html-document.ts';
import { type IntroducedTable, introducedTables } from '../../documents/introduced-tables.ts';
import { columnsOf } from '../../rows/board-columns.ts';
import { boardRows, textOf } from '../../rows/board-rows.ts';
import { boardTime } from '../../rows/board-time.ts';

/** DRAM and flash, which the page always has. */
const daily = ['tb_NationalDramSpotPrice', 'tb_NationalFlashSpotPrice'];
/** Modules, wafers and graphics memory, which share one id, and cards. */
const weekly = ['tb_ModuleSpotPrice', 'tb_MemCardSpotPrice'];

const selectors = {
  table: 'tbody[id^="tb_"]',
  title: '.title_left',
  time: '[id$="_show_day"], span:contains("Last Update")',
};

export const dramexchange: Source = {
  id: 'dramexchange',
  name: 'DRAMeXchange spot prices',
  home: 'https://www.dramexchange.com/',
  commodity: 'memory',
  parserVersion: 2,
  schedule: '30 10,12 * * 1-5',
  staleAfterMinutes: 5 * 1440,
  licence: { terms: 'restricted', name: 'DRAMeXchange terms of service, section 6.2: no reproduction without consent' },
  optIn: true,
  expect: { atLeast: 20, mustQuote: ['dram-ddr5-16gb-4800'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://www.dramexchange.com/' }],
  parse: (artifact) => {
    const $ = htmlDocument(artifact);
    const tables = introducedTables($, selectors);
    const boards = [...daily, ...weekly].map((id) => tables.filter(({ table }) => table.attr('id') === id));
    const missing = daily.filter((_, index) => boards[index]?.length !== 1);
    if (missing.length > 0) throw new SourceChanged(`expected one table each of ${missing.join(' and ')}`);
    return boards.flatMap((sharing) => sharing.flatMap((table, index) => tableRows($, table, index)));
  },
};

/** A board of the week that cannot be read is passed over, one of the day is not. */
function tableRows($: CheerioAPI, { table, time }: IntroducedTable, index: number): readonly Row[] {
  const id = table.attr('id') ?? '';
  const path = `#${id}${index === 0 ? '' : `[${index + 1}]`}`;
  const rows = table.children('tr');
  const header = rows.first().children('td, th').toArray();
  const titles = header.map((cell) => textOf($(cell)));
  const columns = columnsOf(titles);
  const observedAt = boardTime(time);
  if (columns !== undefined && observedAt !== undefined && (weekly.includes(id) || titles.includes('Daily High')))
    return boardRows($, rows.slice(1), {
      board: 'dramexchange',
      venue: 'dramexchange',
      basis: 'spot',
      observedAt,
      columns,
      path,
      firstRow: 2,
    });

  const found = `${path} headed ${titles.join(', ')}, updated ${JSON.stringify(time)}`;
  if (weekly.includes(id)) return [skip(columns === undefined ? 'not_a_price' : 'no_date', found, path)];
  throw new SourceChanged(
    `expected daily and session prices below "Last Update: Jul.15 2026 18:10 (GMT+8)", was ${found}`,
  );
}
