/** Runs a program to its end as the server's user, from a directory that every user may be in. */
import { type ExecFileOptions, execFile } from 'node:child_process';
import { parse } from 'node:path';
import type { ServerUser } from './server-user.ts';

export interface ProgramResult {
  readonly succeeded: boolean;
  /** What it printed; why it failed, if it did. */
  readonly output: string;
}

/** The environment of every program: messages in English, and no locale that the machine may not have. */
export const placeOf = (user: ServerUser) =>
  ({ ...user, cwd: parse(process.execPath).root, env: { ...process.env, LC_ALL: 'C' } }) satisfies ExecFileOptions;

export const runProgram = (user: ServerUser, program: string, args: readonly string[]): Promise<ProgramResult> =>
  new Promise((resolve) => {
    execFile(program, args, placeOf(user), (error, stdout, stderr) =>
      resolve(
        error === null ? { succeeded: true, output: stdout } : { succeeded: false, output: stderr || error.message },
      ),
    );
  });
