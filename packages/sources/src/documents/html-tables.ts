/** The tables of a web page, with every cell that spans rows or columns repeated in each. */
import type { CheerioAPI } from 'cheerio/slim';
import type { Cell, PriceTable } from './price-table.ts';

type Node = ReturnType<CheerioAPI>;

interface SpannedCell extends Cell {
  readonly isTitle: boolean;
}

/** Pages that mark no cell as a title have tables with an empty header and all rows under it. */
export function htmlTables($: CheerioAPI): readonly PriceTable[] {
  $('sup').remove();
  $('td *, th *').before(' ');
  const tables: PriceTable[] = [];
  let heading = '';
  for (const element of $('h1, h2, h3, h4, h5, h6, table').toArray()) {
    const node = $(element);
    if (!node.is('table')) {
      heading = textOf(node);
      continue;
    }
    const grid = gridOf($, node, `(//table)[${tables.length + 1}]`);
    const body = grid.findIndex((cells) => cells.some(({ isTitle }) => !isTitle));
    const titles = grid.slice(0, body < 0 ? grid.length : body);
    tables.push({ heading, lead: '', before: '', header: joined(titles), rows: grid.slice(titles.length) });
  }
  return tables;
}

/** Places are XPath. */
function gridOf($: CheerioAPI, table: Node, path: string): readonly (readonly SpannedCell[])[] {
  const grid: SpannedCell[][] = [];
  for (const [rowIndex, row] of table.find('tr').toArray().entries()) {
    const cells = $(row).children('td, th').toArray();
    for (const [cellIndex, element] of cells.entries()) {
      const node = $(element);
      const at = `${path}//tr[${rowIndex + 1}]/*[${cellIndex + 1}]`;
      place(grid, rowIndex, { cell: { text: textOf(node), at, isTitle: node.is('th') }, ...spanOf(node) });
    }
  }
  return grid;
}

interface Span {
  readonly rows: number;
  readonly columns: number;
}

function place(
  grid: SpannedCell[][],
  row: number,
  { cell, rows, columns }: Span & { readonly cell: SpannedCell },
): void {
  const taken = grid[row] ?? [];
  const free = Array.from<Cell | undefined>(taken).indexOf(undefined);
  const column = free < 0 ? taken.length : free;
  for (let down = 0; down < rows; down++) {
    const cells = grid[row + down] ?? [];
    grid[row + down] = cells;
    for (let right = 0; right < columns; right++) cells[column + right] = cell;
  }
}

/** No price page spans more than a dozen; a span of a million is somebody's joke. */
const widestSpan = 100;

const spanOf = (node: Node): Span => ({
  rows: Math.min(Number(node.attr('rowspan') ?? 1) || 1, widestSpan),
  columns: Math.min(Number(node.attr('colspan') ?? 1) || 1, widestSpan),
});

/** A title that spans the columns of the row below is read before each of theirs. */
function joined(titles: readonly (readonly Cell[])[]): readonly string[] {
  const [lowest = []] = titles.slice(-1);
  return lowest.map((_, column) => [...new Set(titles.map((cells) => cells[column]?.text ?? ''))].join(' ').trim());
}

/** Icons of private-use fonts are not text. */
const textOf = (node: Node): string =>
  node
    .text()
    .replaceAll(/[\uE000-\uF8FF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
