/** Decides where the cluster lives and who serves it. */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Cluster, clusterAt, majorOf } from './cluster.ts';
import { DataDirectoryUnreachable } from './errors.ts';
import { rootOwnedDirectory } from './root-owned-directory.ts';
import { canEnter, isRoot, ownerOf, type ServerUser, unprivilegedUser } from './server-user.ts';

export interface Placement {
  readonly cluster: Cluster;
  readonly user: ServerUser;
}

/**
 * `<home>/postgres`, served by ourselves. As root it is served by its owner, a new one by an unprivileged user; where
 * that user cannot enter the home (a checkout under /root, mode 0700), the cluster goes to a directory under /var/tmp
 * that is named after the home's path, so that no two homes share one.
 */
export async function placeCluster(homePath: string, log: (message: string) => void): Promise<Placement> {
  const home = resolve(homePath);
  mkdirSync(home, { recursive: true });
  const atHome = clusterAt(join(home, 'postgres'));
  if (!isRoot()) return { cluster: atHome, user: undefined };

  const substitute = `/var/tmp/bandgap-${createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 12)}`;
  const away = clusterAt(join(substitute, 'postgres'));
  const existing = [atHome, away].find((cluster) => majorOf(cluster) !== undefined);
  const user = await (existing ? ownerOf(existing.dataDirectory) : unprivilegedUser());
  const cluster = existing ?? ((await canEnter(user, home)) ? atHome : away);

  if (cluster === away) {
    rootOwnedDirectory(substitute);
    log(`${home} cannot be entered by user ${user?.uid}, who runs PostgreSQL for root: its data are in ${substitute}`);
  }
  if (existing && user && !(await canEnter(user, existing.dataDirectory)))
    throw new DataDirectoryUnreachable(existing.dataDirectory, user.uid);
  return { cluster, user };
}
