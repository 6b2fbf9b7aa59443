/** The same algorithms outside of JavaScript: C compiled here and now, and NumPy, where the machine has them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contest.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What a program prints: its own measure of its time, and its answers. */
export interface Timed {
  readonly ns: number;
  readonly results: readonly number[];
}

export interface Program {
  readonly run: (...given: readonly (string | number)[]) => Timed;
}

/** Undefined where there is no gcc. */
export function compiled(name: string, folder: string): Program | undefined {
  const binary = join(folder, name);
  const { status, error, stderr } = spawnSync('gcc', ['-O3', '-o', binary, join(here, 'c', `${name}.c`), '-lm']);
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(`gcc could not compile ${name}.c: ${stderr}`);
  return { run: (...given) => timed(binary, given.map(String)) };
}

/** Undefined where there is no Python with NumPy. */
export function python(name: string): Program | undefined {
  if (spawnSync('python3', ['-c', 'import numpy']).status !== 0) return undefined;
  return { run: (...given) => timed('python3', [join(here, 'python', `${name}.py`), ...given.map(String)]) };
}

function timed(command: string, given: readonly string[]): Timed {
  const { status, stdout, stderr } = spawnSync(command, given, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${given.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Timed;
}

/** `ns` of the program are for `items` of what is compared. */
export const outside = (name: string, items: number, time: () => Timed): Contender => ({
  name,
  time: () => time().ns / items,
});
