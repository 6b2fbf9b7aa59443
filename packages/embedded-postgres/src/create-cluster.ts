/** Makes a cluster beside its place and moves it there whole: a cut-off initdb, or a second start, leaves no half cluster. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeAbandoned } from './abandoned.ts';
import { clusterAt, majorOf } from './cluster.ts';
import { PostgresFailed } from './errors.ts';
import type { Installation } from './installation.ts';
import { runProgram } from './run-program.ts';
import { configurationText, type ServerSettings } from './settings.ts';

/** Does nothing where there is a cluster already, or another start is faster. */
export async function createCluster(installation: Installation, settings: ServerSettings): Promise<void> {
  const { cluster } = installation;
  if (majorOf(cluster) !== undefined) return;
  const draftPrefix = `${cluster.directory}.initdb-`;
  removeAbandoned(draftPrefix, () => false);
  const draft = clusterAt(mkdtempSync(draftPrefix));
  try {
    await initdb({ ...installation, cluster: draft });
    appendFileSync(join(draft.dataDirectory, 'postgresql.conf'), configurationText(settings));
    renameSync(draft.directory, cluster.directory);
  } catch (error) {
    const anotherStartWasFirst = majorOf(cluster) !== undefined;
    if (!anotherStartWasFirst) throw error;
  } finally {
    rmSync(draft.directory, { recursive: true, force: true });
  }
}

async function initdb({ cluster, binaries, user }: Installation): Promise<void> {
  writeFileSync(cluster.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) for (const path of [cluster.directory, cluster.passwordFile]) chownSync(path, user.uid, user.gid);
  const made = await runProgram(user, join(binaries.directory, 'initdb'), [
    `--pgdata=${cluster.dataDirectory}`,
    `--pwfile=${cluster.passwordFile}`,
    '--username=bandgap',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]);
  if (!made.succeeded) throw new PostgresFailed('initdb failed in', cluster.dataDirectory, made.output);
}
