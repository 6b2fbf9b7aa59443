/** Finds a PostgreSQL that runs on this machine: the one of npm first, then those of the system. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Cluster, majorOf } from './cluster.ts';
import { PostgresMajorMismatch, PostgresNotFound } from './errors.ts';
import { npmBinaries } from './npm-binaries.ts';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

export interface Binaries {
  readonly directory: string;
  /** `18.4` */
  readonly version: string;
}

const oldestMajor = 14;

/** Binaries of the major version that wrote the cluster, or of any supported one where there is no cluster yet. */
export async function findBinaries(cluster: Cluster, user: ServerUser): Promise<Binaries> {
  const wanted = majorOf(cluster);
  const rejected: string[] = [];
  const fromNpm = await npmBinaries(user);
  for (const directory of [...(fromNpm ? [fromNpm] : []), ...systemDirectories()]) {
    const { succeeded, output } = await runProgram(user, join(directory, 'postgres'), ['--version']);
    const version = /\(PostgreSQL\) ([\d.]+)/.exec(output)?.[1];
    if (!succeeded || version === undefined) rejected.push(`${directory}: ${output.trim()}`);
    else if (wanted ? majorIn(version) === wanted : Number(majorIn(version)) >= oldestMajor)
      return { directory, version };
    else rejected.push(`${directory}: PostgreSQL ${version}`);
  }
  if (wanted) throw new PostgresMajorMismatch(cluster.dataDirectory, wanted, rejected);
  throw new PostgresNotFound(rejected);
}

/** `18` of `18.4`, and `9.6` of `9.6.24`: as in PG_VERSION. */
const majorIn = (version: string) => /^(?:9\.\d+|\d+)/.exec(version)?.[0];

/** The PATH, and where Debian, Alpine and Homebrew put versions beside each other, newest first. */
function systemDirectories(): readonly string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const besideEachOther = ['/usr/lib/postgresql', '/usr/libexec/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
    .filter((parent) => existsSync(parent))
    .flatMap((parent) =>
      readdirSync(parent)
        .sort(newestFirst)
        .map((name) => join(parent, name, 'bin')),
    );
  return [...new Set([...onPath, ...besideEachOther])].filter(isComplete);
}

const newestFirst = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true });

const isComplete = (directory: string) =>
  directory !== '' && ['postgres', 'initdb', 'pg_ctl'].every((program) => existsSync(join(directory, program)));
