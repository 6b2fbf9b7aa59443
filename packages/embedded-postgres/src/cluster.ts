/** Where one PostgreSQL cluster keeps its files. The whole directory appears in one rename, complete. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Cluster {
  readonly directory: string;
  /** What PostgreSQL calls PGDATA. */
  readonly dataDirectory: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

export const clusterAt = (directory: string): Cluster => ({
  directory,
  dataDirectory: join(directory, 'data'),
  passwordFile: join(directory, 'password'),
  logFile: join(directory, 'server.log'),
});

/** The major version that wrote the cluster, as it stands in PG_VERSION; `undefined` where there is no cluster. */
export function majorOf({ dataDirectory }: Cluster): string | undefined {
  const file = join(dataDirectory, 'PG_VERSION');
  return statSync(file, { throwIfNoEntry: false }) && readFileSync(file, 'utf8').trim();
}

export const urlOf = ({ passwordFile }: Cluster, port: number): string =>
  `postgres://bandgap:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}/postgres`;

/** The end of what the server had to say, for error messages. */
export const endOfLog = ({ logFile }: Cluster): string =>
  statSync(logFile, { throwIfNoEntry: false })
    ? readFileSync(logFile, 'utf8').split('\n').slice(-12).join('\n')
    : 'it wrote no log';
