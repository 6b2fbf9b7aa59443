/** `postmaster.pid`: how a running server says who it is, where it listens and whether it is ready. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPostmaster, processExists } from './postmaster-process.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping`; empty while the file is being written. */
  readonly status: string;
}

const fileIn = (dataDirectory: string) => join(dataDirectory, 'postmaster.pid');

/** The server that runs on the data directory, if one does. */
export function livePostmaster(dataDirectory: string): Postmaster | undefined {
  const recorded = readPidFile(fileIn(dataDirectory));
  return recorded && isPostmaster(recorded.pid, dataDirectory) ? recorded : undefined;
}

/**
 * PostgreSQL takes any living process of its user for the old server, be it a zombie or a stranger who was given the
 * same id, and refuses to start. Its second guard, the shared memory of the data directory, stays in force.
 */
export function setAsideMisleadingPidFile(dataDirectory: string): void {
  const file = fileIn(dataDirectory);
  const recorded = readPidFile(file);
  if (!recorded || !processExists(recorded.pid) || isPostmaster(recorded.pid, dataDirectory)) return;
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  const tookANewServersFile = readPidFile(aside)?.pid !== recorded.pid;
  if (tookANewServersFile) linkSync(aside, file);
  rmSync(aside);
}

/** The port of the last start: PostgreSQL keeps its command line in `postmaster.opts`. */
export function lastPort(dataDirectory: string): number | undefined {
  const file = join(dataDirectory, 'postmaster.opts');
  const port = existsSync(file) ? /"-p" "(\d+)"/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return port === undefined ? undefined : Number(port);
}

/** Lines of the file: 1 process id, 4 port, 8 status (PostgreSQL, src/include/utils/pidfile.h). */
function readPidFile(file: string): Postmaster | undefined {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : undefined;
}
