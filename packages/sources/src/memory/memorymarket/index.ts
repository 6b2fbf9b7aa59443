/** China Flash Market's weekly prices on MemoryMarket, six months on a page for each product: the only public price of LPDDR5X. */
import { type MemoryPart, memoryPartByBoardId, memoryParts } from '@bandgap/catalog';
import { type Artifact, type Row, SourceChanged, startOf } from '@bandgap/core';
import type { CheerioAPI } from 'cheerio/slim';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { htmlDocument } from '../../documents/html-document.ts';
import { boardPart } from '../../rows/board-part.ts';
import { textOf } from '../../rows/board-rows.ts';
import { memoryRows } from '../../rows/memory-row.ts';

const products = 'https://www.memorymarket.com/price/';

/** One price of one week: the week's high, low or average. */
const Point = z.object({
  date: z.iso.date(),
  value: z.union([z.number(), z.string()]).transform(String),
  category: z.enum(['Avg', 'High', 'Low']),
});
type Point = z.infer<typeof Point>;

export const memorymarket: Source = {
  id: 'memorymarket',
  name: 'MemoryMarket weekly prices',
  home: 'https://www.memorymarket.com/price',
  commodity: 'memory',
  parserVersion: 1,
  schedule: '20 13 * * 2,3',
  staleAfterMinutes: 14 * 1440,
  licence: { terms: 'restricted', name: 'China Flash Market disclaimer: no reproduction without consent' },
  optIn: true,
  expect: { atLeast: 3, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () =>
    memoryParts.flatMap(({ boardIds }) =>
      boardIds.memorymarket === undefined ? [] : [{ url: `${products}${boardIds.memorymarket}` }],
    ),
  parse: (artifact) => {
    const $ = htmlDocument(artifact);
    const part = partOf($, artifact);
    return weeksOf([...pointsInScript($), ...pointsInTable($)]).flatMap(([date, points]) => rowsOf(part, date, points));
  },
};

/** The product of the page's address, which its title must name. */
function partOf($: CheerioAPI, { url }: Artifact): MemoryPart {
  const number = url.replace(products, '');
  const expected = memoryPartByBoardId('memorymarket', number);
  const label = textOf($('title')).split(' | ')[0]?.trim() ?? '';
  const identified = boardPart({ label, board: 'memorymarket', id: number });
  if (expected === undefined || !('part' in identified))
    throw new SourceChanged(
      `expected the page of ${expected?.name ?? 'a known product'}, was ${JSON.stringify(label)}`,
    );
  return identified.part;
}

/** What the chart is drawn from: `const data = [{"date", "value", "category"}]`. */
function pointsInScript($: CheerioAPI): readonly Point[] {
  const [, list] = /\bconst\s+data\s*=\s*(\[[^\]]*\])/.exec($('script').text()) ?? [];
  return list === undefined ? [] : z.array(Point).parse(JSON.parse(list));
}

/** Where there is no chart, a table: `<i>date</i><b>low</b><strong>high</strong><span>average</span>` in each cell. */
const pointsInTable = ($: CheerioAPI): readonly Point[] =>
  $('table.table-box td')
    .toArray()
    .flatMap((cell) => {
      const printed = (tag: string) => textOf($(cell).children(tag));
      const date = printed('i');
      if (date === '') return [];
      return z.array(Point).parse([
        { date, value: printed('b'), category: 'Low' },
        { date, value: printed('span'), category: 'Avg' },
        { date, value: printed('strong'), category: 'High' },
      ]);
    });

const weeksOf = (points: readonly Point[]): readonly (readonly [date: string, readonly Point[]])[] =>
  [...new Set(points.map(({ date }) => date))]
    .toSorted()
    .map((week) => [week, points.filter(({ date }) => date === week)]);

function rowsOf(part: MemoryPart, date: string, points: readonly Point[]): readonly Row[] {
  const printed = (category: Point['category']) => ({
    text: [...new Set(points.filter((point) => point.category === category).map(({ value }) => value))].join(' or '),
    at: `${date} ${category}`,
  });
  return memoryRows({
    part,
    venue: 'memorymarket',
    basis: 'spot_proxy',
    observedAt: startOf(date),
    prices: [
      { metric: 'session_low', ...printed('Low') },
      { metric: 'average', ...printed('Avg') },
      { metric: 'session_high', ...printed('High') },
    ],
    change: undefined,
    at: date,
  });
}
