/** Versions of a source's documents that somebody kept, with their dates: in a directory of dated files, or in a git history. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Day, dayOf, type Instant, UsageError } from '@bandgap/core';
import type { Source } from '@bandgap/sources';
import { directoryVersions } from './dated-versions-directory.ts';
import { gitVersions } from './dated-versions-git.ts';

/** One document as it was at a date. */
export interface DatedVersion {
  /** When it was there for certain: its commit, the time in its name, or the end of the day in its name. */
  readonly at: Instant;
  /** Where the source fetches this document today. */
  readonly url: string;
  /** Where the version was found, for messages. */
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

export interface DatedVersions {
  /** In the order of time; of each document one version a date. */
  readonly all: readonly DatedVersion[];
  /** What a person should know of how they were found. */
  readonly remarks: readonly string[];
  close(): Promise<void>;
}

export interface VersionSearch {
  readonly source: Source;
  /** A directory of dated files, or a git repository. */
  readonly from: string;
  /** A path or pathspec in the repository. */
  readonly path?: string;
  readonly since?: Day;
  readonly now: Instant;
}

/** Throws a UsageError that says what was looked for and not found. */
export async function openDatedVersions(search: VersionSearch): Promise<DatedVersions> {
  const { source, path, since, now } = search;
  if (source.imported === true)
    throw new UsageError(`${source.id} has no past of its own: bandgap import reads its files`);
  if (source.requests({ key: '' }).length === 0)
    throw new UsageError(`${source.id} cannot be filled in: its one document ships with Bandgap`);

  const from = resolve(search.from);
  if (!existsSync(from) || !statSync(from).isDirectory())
    throw new UsageError(`expected a directory or a git repository at ${from}; there is none`);
  const isGit = isRepository(from);
  if (path !== undefined && !isGit)
    throw new UsageError(`--path is a path in a git repository, and ${from} is not the top of one`);
  const found = isGit
    ? await gitVersions({ source, repository: from, ...(path === undefined ? {} : { path }) })
    : await directoryVersions(source, from);
  const wanted = found.all.filter(({ at }) => (since === undefined || dayOf(at) >= since) && at <= now);
  const ahead = found.all.filter(({ at }) => at > now).length;
  const remarks =
    ahead === 0 ? found.remarks : [...found.remarks, `${ahead} are of a day that is not over yet: left out`];
  return { ...found, all: onePerDate(wanted), remarks };
}

/** A clone with its files, or a bare one. */
const isRepository = (directory: string): boolean =>
  existsSync(join(directory, '.git')) ||
  (existsSync(join(directory, 'HEAD')) && existsSync(join(directory, 'objects')));

/** Of several versions of a document at one date the last one found is taken. */
function onePerDate(versions: readonly DatedVersion[]): readonly DatedVersion[] {
  const last = new Map(versions.map((version) => [`${version.at} ${version.url}`, version]));
  return [...last.values()].sort((a, b) => compare(a.at, b.at) || compare(a.url, b.url));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
