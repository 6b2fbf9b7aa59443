/** datapackage.json: what a release is, in the form of Frictionless Data Package. */
import type { LeftOut } from '@bandgap/db';
import { type Source, sourceById } from '@bandgap/sources';
import { z } from 'zod';
import type { ColumnType } from './column.ts';
import type { TableOfRelease } from './release-tables.ts';

/** Raised when a release of this form can no longer be restored by code of the one before. */
export const releaseForm = 2;

/** What a restore needs to know of it. */
export const ReleasePackage = z.object({
  name: z.string(),
  bandgapReleaseForm: z.literal(releaseForm),
  resources: z.array(z.object({ name: z.string(), path: z.string(), rowCount: z.number() })),
});

export interface WrittenTable extends TableOfRelease {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly hash: string;
}

export interface ReleaseContents {
  readonly name: string;
  /** When the newest of it became known. */
  readonly dataTime: string | null;
  readonly tables: readonly WrittenTable[];
  readonly sources: readonly Source[];
  readonly documents: number;
  readonly leftOut: LeftOut;
}

const fieldTypes: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  instant: 'datetime',
  json: 'object',
};

export const releasePackage = ({ name, dataTime, tables, sources, documents, leftOut }: ReleaseContents): object => ({
  profile: 'data-package',
  name,
  title: 'Bandgap: prices of AI compute, and what models make of them',
  ...(dataTime === null ? {} : { created: dataTime }),
  bandgapReleaseForm: releaseForm,
  sources: sources.map(attributed),
  documents: { path: 'artifacts', count: documents, compression: 'gz' },
  leftOut: {
    why: 'The terms of these sources forbid to pass them on; what was computed from them is left out too.',
    sources: leftOut.sources.map(({ source, ...counts }) => ({
      ...attributed(sourceById(source) ?? source),
      ...counts,
    })),
    runs: leftOut.runs,
  },
  resources: tables.map(({ name: table, description, path, rows, bytes, hash, columns }) => ({
    name: table,
    description,
    path,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    bytes,
    hash: `sha256:${hash}`,
    rowCount: rows,
    schema: { fields: columns.map(({ type, ...field }) => ({ ...field, type: fieldTypes[type] })) },
  })),
});

const attributed = (source: Source | string) =>
  typeof source === 'string'
    ? { id: source, title: source, licence: 'not in the registry' }
    : {
        id: source.id,
        title: source.name,
        path: source.home,
        licence: source.licence.name,
        terms: source.licence.terms,
        ...(source.licence.attribution === undefined ? {} : { attribution: source.licence.attribution }),
      };
