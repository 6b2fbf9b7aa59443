/** A data release of all that may be passed on, and what is left out of it. */
import { resolve } from 'node:path';
import { exportRelease, type Release } from '@bandgap/exports';
import { type Opening, openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';

interface Wanted {
  readonly directory: string;
  readonly json: boolean;
}

export async function exportReleaseTo(opening: Opening, { directory, json }: Wanted): Promise<void> {
  const { db } = await openDatabase(opening);
  const licensed = opening.settings.BANDGAP_LICENSED;
  const release = await exportRelease({ db, directory: resolve(directory), licensed });
  if (json) sayJson(release);
  else print(release, directory);
}

function print({ name, tables, documents, bytes, leftOut }: Release, directory: string): void {
  say(`${name}, ${(bytes / 1e6).toFixed(1)} MB in ${directory}`);
  say(
    columns(tables.map((table) => [`  ${table.name}`, `${table.rows} rows`, `${(table.bytes / 1000).toFixed(0)} kB`])),
  );
  say(`  documents: ${documents}`);
  say(leftOut.sources.length === 0 ? 'nothing is left out' : 'left out, because their terms forbid to pass them on:');
  say(
    columns(
      leftOut.sources.map(({ source, series, headlines, subjects }) => [
        `  ${source}`,
        headlines > 0 ? `${headlines} headlines` : `${series} series`,
        few(subjects),
      ]),
    ),
  );
  if (leftOut.runs.length > 0)
    say(`and what was computed from them: ${leftOut.runs.map(({ model, runs }) => `${runs} of ${model}`).join(', ')}`);
}

const few = (subjects: readonly string[]): string =>
  subjects.length <= 4 ? subjects.join(', ') : `${subjects.slice(0, 3).join(', ')} and ${subjects.length - 3} more`;
