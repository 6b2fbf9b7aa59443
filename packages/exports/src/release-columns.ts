/** Columns of a data release, by name: type, what it means, and the unit. */
import type { Column, ColumnType } from './column.ts';

export interface ReleaseColumn extends Column {
  readonly description: string;
  readonly unit?: string;
}

export type Described = readonly [type: ColumnType, description: string, unit?: string];

export const columns = (described: Readonly<Record<string, Described>>): readonly ReleaseColumn[] =>
  Object.entries(described).map(([name, [type, description, unit]]) => ({
    name,
    type,
    description,
    ...(unit === undefined ? {} : { unit }),
  }));
