/** Reading an artifact as JSON, and pointing at places in it. */
import { type Artifact, SourceChanged, textOf } from '@bandgap/core';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as JSON. Throws SourceChanged where a web page or a cut-off body came instead. */
export function jsonDocument(artifact: Artifact): unknown {
  const text = textOf(artifact);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const was = /^\s*</.test(text) ? 'HTML' : `${text.length} characters that are not JSON`;
    throw new SourceChanged(`expected JSON, was ${was}: ${JSON.stringify(text.trimStart().slice(0, 80))}`, { cause });
  }
}

/** The body as a JSON object. Throws SourceChanged. */
export function jsonObject(artifact: Artifact): JsonObject {
  const value = jsonDocument(artifact);
  if (isJsonObject(value)) return value;
  throw new SourceChanged(`expected a JSON object, was ${Array.isArray(value) ? 'an array' : JSON.stringify(value)}`);
}

/** RFC 6901: `/gemini~1gemini-3-flash/input_cost_per_token`. */
export const jsonPointer = (...path: readonly (string | number)[]): string => path.map(segment).join('');

const segment = (key: string | number) =>
  typeof key === 'string' && /[~/]/.test(key) ? `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${key}`;
