/** A copy of PostgreSQL for a user who cannot enter the checkout: some 60 MB, once per version of the npm package. */
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rootOwnedDirectory } from './root-owned-directory.ts';
import { runProgram } from './run-program.ts';

const copies = '/var/tmp/bandgap-postgresql';

export async function readableCopy(packageRoot: string): Promise<string> {
  rootOwnedDirectory(copies);
  const copy = join(copies, `${basename(packageRoot)}-${versionOf(packageRoot)}`);
  if (existsSync(copy)) return copy;

  const draft = mkdtempSync(`${copy}.`);
  try {
    cpSync(join(packageRoot, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    const opened = await runProgram(undefined, 'chmod', ['-R', 'a+rX', draft]);
    if (!opened.succeeded) throw new Error(`${draft} could not be made readable: ${opened.output}`);
    renameSync(draft, copy);
  } catch (error) {
    const anotherStartWasFirst = existsSync(copy);
    if (!anotherStartWasFirst) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

function versionOf(packageRoot: string): string {
  const file = join(packageRoot, 'package.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new TypeError(`${file}: expected a version`);
}
