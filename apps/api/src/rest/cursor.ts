/** Where a page ended, as opaque text: the key of its last row, so that rows stored meanwhile shift nothing. */
import { z } from 'zod';
import { Refusal } from '../serve/problem.ts';

type Key = readonly (string | number)[];

export const cursorOf = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key of a cursor; undefined for the first page. Throws a Refusal on what is no cursor of this kind of page. */
export function keyOf<S extends z.ZodType>(schema: S, cursor: string | undefined): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(json(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid-parameter',
    `cursor: expected the text under "next" of an earlier answer at this address, was ${JSON.stringify(cursor)}`,
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The key of a row that a name tells from all others. */
export const nameKey = z.tuple([z.string()]);

/** The key of a row by its number, as the database gives them out. */
export const numberKey = z.tuple([z.int().min(0).max(Number.MAX_SAFE_INTEGER)]);

/** A page that asks for one row more than it shows knows whether there is another. */
export function pageOf<R>(
  rows: readonly R[],
  limit: number,
  keyOfRow: (row: R) => Key,
): { readonly rows: readonly R[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? cursorOf(keyOfRow(last)) : null };
}
