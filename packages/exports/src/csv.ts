/** A table as CSV (RFC 4180), with a header, safe to open in a spreadsheet. */
import type { Column, ColumnType, Row } from './column.ts';

/** Lines end in CR LF. An empty cell is a missing value; an empty text is quoted. */
export const csvOf = (columns: readonly Column[], rows: readonly Row[]): string =>
  csvHeader(columns) + csvLines(columns, rows);

export const csvHeader = (columns: readonly Column[]): string => `${columns.map(({ name }) => name).join(',')}\r\n`;

/** Without a header, to follow others. */
export const csvLines = (columns: readonly Column[], rows: readonly Row[]): string =>
  rows.map((row) => `${columns.map(({ name, type }) => cell(row[name], type)).join(',')}\r\n`).join('');

function cell(value: unknown, type: ColumnType): string {
  if (value === null || value === undefined) return '';
  if (type === 'json') return quoted(JSON.stringify(value));
  return typeof value === 'string' ? text(value) : String(value);
}

/** A spreadsheet takes a cell that starts so for a formula; an apostrophe before it makes it text. */
const startsFormula = /^[=+\-@\t\r]/;

const text = (value: string): string => quotedIfNeeded(startsFormula.test(value) ? `'${value}` : value);

const quotedIfNeeded = (value: string): string => (value === '' || /[",\r\n]/.test(value) ? quoted(value) : value);

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
