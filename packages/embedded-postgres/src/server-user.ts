/** PostgreSQL refuses to run as root, so root runs it as somebody else; everyone else runs it as themselves. */
import { statSync } from 'node:fs';
import { runProgram } from './run-program.ts';

/** Whom to become; `undefined` is to stay who we are. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

export const isRoot = (): boolean => process.getuid?.() === 0;

/** `postgres` or else `nobody`: initdb needs a user that has a name, and none is created. */
export async function unprivilegedUser(): Promise<ServerUser> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    'running as root, and neither a user "postgres" nor "nobody" exists for the server: set DATABASE_URL, or run as another user',
  );
}

/** A cluster can only be served by the user it belongs to. */
export async function ownerOf(dataDirectory: string): Promise<ServerUser> {
  const { uid, gid } = statSync(dataDirectory);
  return uid === 0 ? unprivilegedUser() : { uid, gid };
}

/** Asked of the kernel rather than of mode bits, so that access lists and odd mounts count. */
export async function canEnter(user: ServerUser, directory: string): Promise<boolean> {
  return (await runProgram(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory])).succeeded;
}

async function idOf(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  const id = await runProgram(undefined, 'id', [flag, name]);
  return id.succeeded ? Number(id.output) : undefined;
}
