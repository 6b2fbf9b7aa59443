/** One product of a board: five prices that are believed together or not at all. */
import { type MemoryPart, memoryPartByBoardId } from '@bandgap/catalog';
import { type Instant, type Metric, quote, type Row, SourceChanged, skip } from '@bandgap/core';
import { printedGigabits } from './printed-gigabits.ts';

/** From the lowest price to the highest, which is the order they must have. */
const titles: readonly (readonly [Metric, string])[] = [
  ['daily_low', 'Daily Low'],
  ['session_low', 'Session Low'],
  ['average', 'Session Average'],
  ['session_high', 'Session High'],
  ['daily_high', 'Daily High'],
];

export interface Columns {
  readonly width: number;
  readonly indexOf: ReadonlyMap<Metric, number>;
}

/** Columns are found by their title: the board of modules says weekly where this one says daily. Throws SourceChanged. */
export function columnsOf(header: readonly string[]): Columns {
  const missing = titles
    .map(([, title]) => title)
    .filter((title) => header.filter((text) => text === title).length !== 1);
  if (missing.length > 0) throw new SourceChanged(`expected columns ${missing.join(', ')}, found ${header.join(', ')}`);
  return { width: header.length, indexOf: new Map(titles.map(([metric, title]) => [metric, header.indexOf(title)])) };
}

export interface ProductRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** The board's number for the product, which stays when the label changes; NaN where there is none. */
  readonly boardId: number;
  readonly columns: Columns;
  readonly observedAt: Instant;
  readonly path: string;
}

export function rowsOf(row: ProductRow): readonly Row[] {
  const { label, cells, boardId, columns, observedAt, path } = row;
  const part = memoryPartByBoardId('dramexchange', boardId);
  if (part === undefined) return [skip('unknown_subject', `${label} (${boardId})`, path)];
  const mislabelled = contradictionIn(label, part);
  if (mislabelled !== undefined) return [skip('ambiguous', `${label} (${boardId}): ${mislabelled}`, path)];
  if (cells.length !== columns.width)
    return [skip('not_a_price', `${label}: expected ${columns.width} cells, found ${cells.length}`, path)];

  const prices = [...columns.indexOf].map(([metric, index]) => ({ metric, index, value: priceIn(cells[index] ?? '') }));
  const values = prices.map(({ value }) => value);
  if (values.some(Number.isNaN)) return [skip('not_a_price', `${label}: ${cells.join(' | ')}`, path)];
  if (values.some((value, index) => value < (values[index - 1] ?? 0)))
    return [skip('implausible', `${label}: expected low to high, was ${values.join(', ')}`, path)];

  const series = {
    subject: part.id,
    venue: 'dramexchange',
    terms: { kind: 'memory', basis: 'spot' },
    unit: part.unit,
  } as const;
  return prices.map(({ metric, index, value }) =>
    quote({ series: { ...series, metric }, value, observedAt, at: `${path} > td:nth-child(${index + 1})` }),
  );
}

/** The label states its density twice, `16Gb (2Gx8)`, and the catalog a third time. */
function contradictionIn(label: string, { capacityGb }: MemoryPart): string | undefined {
  const { density, organisation } = printedGigabits(label);
  if (density === undefined || density !== (capacityGb ?? 0) * 8)
    return `density ${density} Gb, expected ${capacityGb} GB`;
  if (organisation !== undefined && organisation !== density) return `organised as ${organisation} Gb`;
  return undefined;
}

/** NaN unless the whole cell is a number: a blank cell is not zero, and no cell stands in for its neighbour. */
const priceIn = (cell: string): number =>
  /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(cell) ? Number(cell.replaceAll(',', '')) : Number.NaN;
