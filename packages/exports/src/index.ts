/** Tables as files that other programs read. */
export { type Column, type ColumnType, columnsOf, type Row } from './column.ts';
export { csvHeader, csvLines, csvOf } from './csv.ts';
export { parquetOf } from './parquet.ts';
export { exportRelease, type Release, type ReleaseOptions } from './release.ts';
export { type Restored, restoreRelease } from './restore.ts';
