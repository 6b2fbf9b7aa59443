/** The built `bandgap` command as a process of its own, in a process group of its own. */
import { spawn } from 'node:child_process';
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
}

export function startBandgap(args: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [executable, ...args], {
    env: { PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = Promise.all([
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
    text(child.stdout),
    text(child.stderr),
  ]).then(([code, stdout, stderr]) => ({ code, stdout, stderr }));
  const killGroup = () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    process.kill(-child.pid, 'SIGKILL');
  };
  onTestFinished(killGroup);
  return { ended, killGroup };
}

export const runBandgap = (args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> =>
  startBandgap(args, environment).ended;
