/** npm packages cannot hold symbolic links: an install script makes them, which `npm ci --ignore-scripts` leaves out. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

export function linkSharedLibraries(packageRoot: string): void {
  for (const { source, target } of linksOf(packageRoot)) {
    const link = join(packageRoot, target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch {
      // Another start has just made it, or the directory is read-only: then PostgreSQL itself names the library it misses.
    }
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function linksOf(packageRoot: string): readonly Link[] {
  const file = join(packageRoot, 'native', 'pg-symlinks.json');
  const links: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  if (!Array.isArray(links) || !links.every(isLink))
    throw new TypeError(`${file}: expected a list of { source, target }`);
  return links;
}

const isLink = (link: unknown): link is Link =>
  typeof link === 'object' &&
  link !== null &&
  'source' in link &&
  typeof link.source === 'string' &&
  'target' in link &&
  typeof link.target === 'string';
