/** A small process that outlives us for a moment: where we are killed before we can stop our server, it does. */
import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Installation } from './installation.ts';
import { fastStop, pgCtlPath } from './pg-ctl.ts';
import { placeOf } from './run-program.ts';

export interface Guardian {
  dismiss(): void;
}

/**
 * It waits for the end of a pipe whose other end only we hold, so it learns of our death whatever the cause; its own
 * session keeps Ctrl-C from it. Windows has no `sh`: there the next start adopts a server that was left behind.
 */
export function postGuardian(installation: Installation): Guardian {
  if (process.platform === 'win32') return { dismiss: () => {} };
  const waitThenStop = 'trap "" HUP INT TERM; read -r _; exec "$@"';
  const stop = [pgCtlPath(installation), ...fastStop, '-D', installation.cluster.dataDirectory];
  const guardian = spawn('/bin/sh', ['-c', waitThenStop, 'sh', ...stop], {
    ...placeOf(installation.user),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const { stdin } = guardian;
  guardian.unref();
  if (stdin instanceof Socket) stdin.unref();
  return {
    dismiss() {
      guardian.kill('SIGKILL');
      stdin.destroy();
    },
  };
}
