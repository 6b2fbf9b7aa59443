/** A view for readers outside: no column without an explanation. */
import { type RawBuilder, sql } from 'kysely';

export interface DocumentedView {
  readonly name: string;
  readonly about: string;
  /** By name: how it is made, and what it means. */
  readonly columns: Readonly<Record<string, readonly [expression: string, meaning: string]>>;
  /** Where the rows come from, with what narrows and orders them. */
  readonly from: string;
  /** Of rows that agree in these, the first of the order is kept. */
  readonly distinctOn?: string;
}

export function createView({ name, about, columns, from, distinctOn }: DocumentedView): RawBuilder<unknown> {
  const selected = Object.entries(columns).map(([column, [expression]]) => `${expression} as ${column}`);
  const only = distinctOn === undefined ? '' : `distinct on (${distinctOn})`;
  const comments = Object.entries(columns).map(
    ([column, [, meaning]]) => `comment on column pub.${name}.${column} is ${quoted(meaning)};`,
  );
  return sql.raw(
    [
      `create view pub.${name} as select ${only} ${selected.join(', ')} ${from};`,
      `comment on view pub.${name} is ${quoted(about)};`,
      ...comments,
    ].join('\n'),
  );
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
