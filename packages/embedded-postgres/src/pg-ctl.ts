/** Starts and stops a server through pg_ctl, which gives it a session of its own: Ctrl-C does not reach it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Installation } from './installation.ts';
import { placeOf } from './run-program.ts';

/** A server that replays much of its log may take minutes; one that cannot start ends at once. */
export const startTimeoutSeconds = 300;

/** Resolves when the server takes connections, with false when it ended instead; its log says why. */
export const startServer = (installation: Installation, port: number): Promise<boolean> =>
  pgCtl(installation, [
    ...['start', '-w', '-t', `${startTimeoutSeconds}`],
    ...['-l', installation.cluster.logFile, '-o', `-p ${port}`],
  ]);

/** Cuts the connections, which rolls their transactions back, and writes everything out. */
export const fastStop = ['stop', '-m', 'fast', '-w', '-t', '30'] as const;

/** Ends without writing out; the next start replays the log. */
export const immediateStop = ['stop', '-m', 'immediate', '-w', '-t', '30'] as const;

export const pgCtlPath = ({ binaries }: Installation): string => join(binaries.directory, 'pg_ctl');

/** Its output is not read: on Windows the server would inherit the pipe and hold it open. */
export const pgCtl = (installation: Installation, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    spawn(pgCtlPath(installation), [...args, '-D', installation.cluster.dataDirectory], {
      ...placeOf(installation.user),
      stdio: 'ignore',
    })
      .once('error', reject)
      .once('exit', (status) => resolve(status === 0));
  });
