/** The files of the project, by their paths from its root. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const builtOrInstalled = new Set(['.git', '.bandgap', '.turbo', 'coverage', 'dist', 'node_modules']);

/** Every file below `directory`, but for what npm and the build put there. */
export function filesBelow(directory: string): readonly string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return builtOrInstalled.has(entry.name) ? [] : filesBelow(path);
    return [path];
  });
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const modules = /\.(?:ts|tsx|mts|mjs)$/;
const notWrittenByHand = /\.d\.m?ts$|\.generated\.ts$/;

/** Modules that people wrote: sources, tests and scripts. */
export const modulesBelow = (directory: string): readonly string[] =>
  filesBelow(directory).filter((path) => modules.test(path) && !notWrittenByHand.test(path));

export interface Manifest {
  readonly path: string;
  readonly name: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The package.json of the root and of every package and app. */
export const manifests: readonly Manifest[] = [
  'package.json',
  ...['packages', 'apps'].flatMap(filesBelow).filter((path) => /^\w+\/[\w-]+\/package\.json$/.test(path)),
].map((path) => ({ ...JSON.parse(textOf(path)), path }));
