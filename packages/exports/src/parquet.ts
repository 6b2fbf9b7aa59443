/** A table as Parquet, each column with its type. */
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import type { Column, ColumnType, Row } from './column.ts';

const parquetTypes: Readonly<Record<ColumnType, BasicType>> = {
  text: 'STRING',
  number: 'DOUBLE',
  integer: 'INT64',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
  json: 'JSON',
};

/** Instants are milliseconds since 1970 in UTC, integers have 64 bits, and any cell may be missing. */
export const parquetOf = (columns: readonly Column[], rows: readonly Row[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type }) => ({
        name,
        type: parquetTypes[type],
        nullable: true,
        data: rows.map((row) => stored(row[name], type)),
      })),
    }),
  );

function stored(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'integer') return BigInt(Number(value));
  return type === 'instant' ? new Date(String(value)) : value;
}
