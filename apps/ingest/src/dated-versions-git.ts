/** Dated versions in the history of a git repository: what its main line held after each commit that touched the document. */
import { type Instant, toInstant, UsageError } from '@bandgap/core';
import type { Source } from '@bandgap/sources';
import type { DatedVersion, DatedVersions } from './dated-versions.ts';
import { openBlobs, runGit } from './dated-versions-blobs.ts';
import { unzipped } from './dated-versions-bytes.ts';
import { documentUrls, tellingWords } from './dated-versions-url.ts';

export interface GitSearch {
  readonly source: Source;
  readonly repository: string;
  readonly path?: string;
}

interface DatedBlob {
  readonly at: Instant;
  readonly id: string;
  readonly name: string;
}

export async function gitVersions({ source, repository, path }: GitSearch): Promise<DatedVersions> {
  const paths = path === undefined ? ownPaths(source) : [path];
  if (paths.length === 0)
    throw new UsageError(`say with --path where in ${repository} the document of ${source.id} stands`);
  const log = await runGit(repository, [
    ...[
      '-c',
      'core.quotePath=false',
      'log',
      '--reverse',
      '--first-parent',
      '-m',
      '--raw',
      '--no-abbrev',
      '--no-renames',
    ],
    ...['--format=commit %cI', '--', ...paths],
  ]);
  const files = blobsIn(log);
  if (files.length === 0)
    throw new UsageError(`expected commits that touch ${paths.join(' or ')} in ${repository}; found none`);

  const urlOf = documentUrls(source);
  const blobs = openBlobs(repository);
  const all = files.flatMap(({ at, id, name }): readonly DatedVersion[] => {
    const url = urlOf(name);
    const bytes = async () => unzipped(name, await blobs.read(id));
    return url === undefined ? [] : [{ at, url, name: `${name} of ${at}`, bytes }];
  });
  if (all.length === 0) {
    await blobs.close();
    throw new UsageError(
      `${source.id} has several documents, and no path in the history says which it is of; expected one of ${tellingWords(source).join(', ')} in it, was ${files[0]?.name}`,
    );
  }
  const shallow = (await runGit(repository, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  return {
    all,
    remarks: shallow ? [`${repository} is a shallow clone: what came before its first commit is not there`] : [],
    close: () => blobs.close(),
  };
}

/** A source that is a file on GitHub says itself where in its repository it stands. */
const ownPaths = (source: Source): readonly string[] =>
  source.requests({ key: '' }).flatMap(({ url }) => {
    const [, path] = /^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[^/]+\/(.+)$/.exec(url) ?? [];
    return path === undefined ? [] : [path];
  });

/** Commits with the files they added or changed; a file that a commit deleted has no version there. */
function blobsIn(log: string): readonly DatedBlob[] {
  let at = '';
  const blobs: DatedBlob[] = [];
  for (const line of log.split('\n')) {
    if (line.startsWith('commit ')) at = toInstant(line.slice('commit '.length));
    const [, id, status, name] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\t(.+)$/.exec(line) ?? [];
    if (id !== undefined && name !== undefined && status !== 'D') blobs.push({ at, id, name });
  }
  return blobs;
}
