/** The built `bandgap` command as a process of its own, in a process group of its own. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const executable = fileURLToPath(new URL('../../apps/cli/bin/bandgap.mjs', import.meta.url));

export const ownRecordings = fileURLToPath(new URL('../recordings', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly ended: Promise<Ended>;
  /** Ends the whole process group at once, as a power cut would. */
  killGroup(): void;
  /** Asks it to stop, as Ctrl-C does. */
  interrupt(): void;
  /** The first line of standard output that matches, as soon as it is printed. */
  line(pattern: RegExp): Promise<string>;
}

export function startBandgap(args: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [executable, ...args], {
    env: { PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const printed: string[] = [];
  const listeners = new Set<() => void>();
  createInterface(child.stdout).on('line', (line) => {
    printed.push(line);
    for (const listener of listeners) listener();
  });
  const ended = Promise.all([
    new Promise<number | null>((resolve) => child.once('close', resolve)),
    text(child.stderr),
  ]).then(([code, stderr]) => ({ code, stdout: printed.map((line) => `${line}\n`).join(''), stderr }));
  const killGroup = () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    process.kill(-child.pid, 'SIGKILL');
  };
  onTestFinished(killGroup);
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = printed.find((candidate) => pattern.test(candidate));
        if (found === undefined) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
      ended.then(({ stderr }) => reject(new Error(`it ended without printing ${pattern}: ${stderr}`)), reject);
    });
  return { ended, killGroup, interrupt: () => void child.kill('SIGINT'), line };
}

export const runBandgap = (args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> =>
  startBandgap(args, environment).ended;
