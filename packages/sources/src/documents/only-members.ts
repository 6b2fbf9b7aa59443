/** Dropping everything from a JSON answer but the members that may be stored. */
import { isJsonObject } from './json-document.ts';

/**
 * The answer with nothing but `members` in the objects of its list, which is the answer itself or what it holds under
 * `list`. An answer that is not such a list is dropped whole: what cannot be read cannot be cleaned.
 */
export function onlyMembers(bytes: Uint8Array, list: string | undefined, members: readonly string[]): Uint8Array {
  const answer = parsed(bytes);
  const found = list === undefined ? answer : isJsonObject(answer) ? answer[list] : undefined;
  if (!Array.isArray(found)) return new Uint8Array();
  const cleaned = found.map((each: unknown) => (isJsonObject(each) ? pick(each, members) : null));
  return new TextEncoder().encode(JSON.stringify(list === undefined ? cleaned : { [list]: cleaned }));
}

const pick = (object: Readonly<Record<string, unknown>>, members: readonly string[]) =>
  Object.fromEntries(members.flatMap((member) => (member in object ? [[member, object[member]]] : [])));

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
