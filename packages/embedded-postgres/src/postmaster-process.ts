/** Whether a process id still is the server it was: ids are used again, and a zombie answers signals. */
import { readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';

export function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    const isAnotherUsers = error instanceof Error && 'code' in error && error.code === 'EPERM';
    return isAnotherUsers;
  }
}

/** Off Linux, where no file tells a process's command line, a living process is believed. */
export function isPostmaster(pid: number, dataDirectory: string): boolean {
  if (!processExists(pid)) return false;
  return process.platform !== 'linux' || servesDirectory(commandOf(pid), dataDirectory);
}

/** Ours always name their directory. One that somebody started by hand may not, or by a relative path. */
export function servesDirectory(command: readonly string[], dataDirectory: string): boolean {
  const program = basename(command[0] ?? '');
  const directory = command[command.indexOf('-D') + 1] ?? '';
  const isServer = program.includes('postgres') && !program.includes(':'); // `postgres: checkpointer` is a child of one
  return isServer && (!isAbsolute(directory) || isSameDirectory(directory, dataDirectory));
}

/** By any path: a checkout may be reached through a symbolic link or a second mount. */
function isSameDirectory(a: string, b: string): boolean {
  const [one, other] = [statSync(a, { throwIfNoEntry: false }), statSync(b, { throwIfNoEntry: false })];
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}

function commandOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it has just ended
  }
}
