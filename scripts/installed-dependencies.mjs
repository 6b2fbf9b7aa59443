/** Whether node_modules holds what package-lock.json asks for, by npm's own record of what it put there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** npm writes the record when it has finished, so an installation that was cut off has none. */
export function dependenciesAreInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  return Object.entries(wanted).every(
    ([path, entry]) => !belongsHere(path, entry) || sameRelease(entry, installed[path]),
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Optional packages are for one platform each; for those that name a C library, npm knows better than we do. */
const belongsHere = (path, { optional, os, cpu, libc }) =>
  path.startsWith('node_modules/') &&
  (!optional || ((os ?? []).includes(process.platform) && (cpu ?? []).includes(process.arch) && libc === undefined));

const sameRelease = (wanted, found) =>
  found !== undefined && found.version === wanted.version && found.integrity === wanted.integrity;
