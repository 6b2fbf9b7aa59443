/** Starts the server of a home, keeps it running while we live, and stops it if it is ours. */
import { adoptOrStart } from './adopt-or-start.ts';
import { findBinaries } from './binaries.ts';
import { urlOf } from './cluster.ts';
import { createCluster } from './create-cluster.ts';
import { placeCluster } from './place-cluster.ts';
import { localSettings, type ServerSettings } from './settings.ts';
import { supervise } from './supervise.ts';

export interface EmbeddedPostgresOptions {
  /** Directory of the application's state, made where there is none. */
  readonly home: string;
  readonly log: (message: string) => void;
  /** Called when the server has died and is back, at the same address. */
  readonly onRestart?: () => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** `18.4` */
  readonly version: string;
  readonly dataDirectory: string;
  readonly port: number;
  /** False while the server is one that another process started. */
  readonly owned: boolean;
  /** Stops the server if it is ours. May be called twice. */
  stop(): Promise<void>;
}

/**
 * A server on 127.0.0.1 whose data survive every end of this process.
 * Throws PostgresNotFound, PostgresMajorMismatch, DataDirectoryUnreachable or PostgresFailed.
 */
export const startEmbeddedPostgres = (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> =>
  startWithSettings(options, localSettings);

/** The settings are those of a new cluster; one that exists keeps its own. */
export async function startWithSettings(
  { home, log, onRestart = () => {} }: EmbeddedPostgresOptions,
  settings: ServerSettings,
): Promise<EmbeddedPostgres> {
  const { cluster, user } = await placeCluster(home, log);
  const binaries = await findBinaries(cluster, user);
  const installation = { binaries, cluster, user };
  await createCluster(installation, settings);

  const running = await adoptOrStart(installation);
  const { dataDirectory } = cluster;
  const { port, pid } = running.postmaster;
  log(
    `PostgreSQL ${binaries.version} on 127.0.0.1:${port} (process ${pid}, ${running.kind}), data in ${dataDirectory}`,
  );

  const supervision = supervise(installation, running, { log, onRestart });
  return {
    url: urlOf(cluster, port),
    version: binaries.version,
    dataDirectory,
    port,
    get owned() {
      return supervision.owns();
    },
    stop: supervision.stop,
  };
}
