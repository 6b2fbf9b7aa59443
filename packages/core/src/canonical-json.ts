/** One way to write a JSON value, so that equal values have equal bytes and equal hashes. */
import { createHash } from 'node:crypto';

/**
 * Object keys sorted by code unit, no white space, `undefined` members left out.
 * Throws a TypeError on what JSON cannot say: NaN, infinities, functions, symbols, big integers.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
      return JSON.stringify(value);
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : `{${Object.entries(value).filter(present).sort(byKey).map(member).join(',')}}`;
    default:
      throw new TypeError(`JSON has no ${typeof value}`);
  }
}

type Entry = readonly [key: string, value: unknown];
const present = ([, value]: Entry) => value !== undefined;
const byKey = ([a]: Entry, [b]: Entry) => (a < b ? -1 : 1);
const member = ([key, value]: Entry) => `${JSON.stringify(key)}:${canonicalJson(value)}`;

/** Lower-case hexadecimal SHA-256. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
