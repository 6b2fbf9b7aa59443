/** The rows of a memory board in HTML, below its header. */
import type { BoardIds } from '@bandgap/catalog';
import { type Instant, type MemoryTerms, type PrintedChange, type Row, skip } from '@bandgap/core';
import type { CheerioAPI } from 'cheerio/slim';
import type { Columns } from './board-columns.ts';
import { boardPart } from './board-part.ts';
import { memoryRows } from './memory-row.ts';
import { percentChange } from './percent-change.ts';

export interface Board {
  readonly board: keyof BoardIds;
  readonly venue: string;
  readonly basis: MemoryTerms['basis'];
  readonly observedAt: Instant;
  readonly columns: Columns;
  /** Where the rows are found, and the number of the first. */
  readonly path: string;
  readonly firstRow: number;
}

type Node = ReturnType<CheerioAPI>;

export const boardRows = ($: CheerioAPI, rows: Node, board: Board): readonly Row[] =>
  rows.toArray().flatMap((row, index) => {
    const cells = $(row).children('td');
    const at = `${board.path} > tr:nth-child(${index + board.firstRow})`;
    return productRows(
      cells.toArray().map((cell) => $(cell)),
      { ...board, path: at },
    );
  });

function productRows(cells: readonly Node[], { board, columns, path, ...quoted }: Board): readonly Row[] {
  const [label = '', ...texts] = cells.map((cell) => textOf(cell));
  const number = cells.flatMap(
    (cell) => /[?&]type=(\d+)/.exec(cell.find('[onclick]').attr('onclick') ?? '')?.[1] ?? [],
  );
  const identified = boardPart({ label, board, ...(number[0] !== undefined && { id: Number(number[0]) }) });
  if (!('part' in identified)) return [skip(identified.code, identified.text, path)];
  if (cells.length !== columns.width)
    return [skip('not_a_price', `${label}: expected ${columns.width} cells, found ${cells.length}`, path)];

  return memoryRows({
    ...quoted,
    part: identified.part,
    prices: columns.prices.map(({ index, ...price }) => ({
      ...price,
      text: texts[index - 1] ?? '',
      at: `${path} > td:nth-child(${index + 1})`,
    })),
    change: changeIn(cells, columns.change, path),
    at: path,
  });
}

function changeIn(cells: readonly Node[], index: number | undefined, path: string): PrintedChange | undefined {
  const cell = index === undefined ? undefined : cells[index];
  const percent = cell === undefined ? null : percentChange(textOf(cell), cell.find('img').attr('src'));
  return percent === null || index === undefined ? undefined : { percent, at: `${path} > td:nth-child(${index + 1})` };
}

export const textOf = (node: Node): string => node.text().replaceAll(/\s+/g, ' ').trim();
