/** Everything needed to run one server: which programs, on which cluster, as whom. */
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import type { ServerUser } from './server-user.ts';

export interface Installation {
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly user: ServerUser;
}
