/** Dated versions in a directory: files with a date in their name, or in the name of a folder they are in. */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UsageError } from '@bandgap/core';
import type { Source } from '@bandgap/sources';
import type { DatedVersion, DatedVersions } from './dated-versions.ts';
import { unzipped } from './dated-versions-bytes.ts';
import { datedName, datedNames } from './dated-versions-name.ts';
import { documentUrls, tellingWords } from './dated-versions-url.ts';

export async function directoryVersions(source: Source, directory: string): Promise<DatedVersions> {
  const files = await filesIn(directory);
  const dated = files.flatMap((name) => {
    const found = datedName(name);
    return found === undefined ? [] : [{ name, ...found }];
  });
  if (dated.length === 0)
    throw new UsageError(
      `expected files with a date in their names in ${directory}, such as ${datedNames}; found none`,
    );

  const urlOf = documentUrls(
    source,
    dated.map(({ rest }) => rest),
  );
  const all = dated.flatMap(({ name, at, rest }): readonly DatedVersion[] => {
    const url = urlOf(rest);
    const bytes = async () => unzipped(name, await readFile(join(directory, name)));
    return url === undefined ? [] : [{ at, url, name, bytes }];
  });
  if (all.length === 0)
    throw new UsageError(
      `${source.id} has several documents, and none of the ${dated.length} dated files in ${directory} says which it is of; expected one of ${tellingWords(source).join(', ')} in its path`,
    );
  const others = dated.length - all.length;
  return {
    all,
    remarks: others === 0 ? [] : [`${others} dated files are of no document of ${source.id}: left out`],
    close: async () => undefined,
  };
}

async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(directory.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
}
