/** Reading an artifact as CSV: quoted fields, a row of names, and no row cut short. */
import { type Artifact, SourceChanged, textOf } from '@bandgap/core';

export interface CsvRow {
  /** Line of the file, counted from 1, on which the row begins. */
  readonly line: number;
  /** The field under a name; empty where the row has none. */
  field(name: string): string;
}

export interface CsvShape {
  /** Names without which this is not the file we know. */
  readonly columns: readonly string[];
  /** Lines before the row of names. */
  readonly preamble?: number;
}

/** The rows under the names. Throws SourceChanged where names are missing, a row is of another length, or the last line was cut off. */
export function csvRows(artifact: Artifact, { columns, preamble = 0 }: CsvShape): readonly CsvRow[] {
  const text = textOf(artifact);
  if (!text.endsWith('\n'))
    throw new SourceChanged(`expected a whole last line, was ${JSON.stringify(text.slice(-80))}`);
  const [names, ...records] = recordsIn(text).slice(preamble);
  const missing = columns.filter((name) => !names?.fields.includes(name));
  if (names === undefined || missing.length > 0)
    throw new SourceChanged(
      `expected the columns ${missing.join(', ')}, found ${names?.fields.join(', ') ?? 'no line'}`,
    );

  const indexOf = new Map(names.fields.map((name, index) => [name, index]));
  return records.map(({ line, fields }) => {
    if (fields.length !== names.fields.length)
      throw new SourceChanged(`expected ${names.fields.length} fields, found ${fields.length} on line ${line}`);
    return { line, field: (name) => fields[indexOf.get(name) ?? -1] ?? '' };
  });
}

interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const fieldOrEnd = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function recordsIn(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let [line, begun] = [1, 1];
  let fields: string[] = [];
  fieldOrEnd.lastIndex = 0;
  while (fieldOrEnd.lastIndex < text.length) {
    const from = fieldOrEnd.lastIndex;
    const [whole, quoted, plain = '', end] = fieldOrEnd.exec(text) ?? [];
    if (whole === undefined)
      throw new SourceChanged(`expected a field on line ${line}, was ${JSON.stringify(text.slice(from, from + 40))}`);
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    records.push({ line: begun, fields });
    fields = [];
    begun = line;
  }
  return records;
}
