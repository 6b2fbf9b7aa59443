/** A directory of root under /var/tmp, where everybody may create things. */
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

/**
 * Read-only for its owner, which root does not feel and systemd-tmpfiles respects: it passes over such a directory
 * (systemd, src/tmpfiles/tmpfiles.c, `dir_cleanup`), and would otherwise delete the files that nobody read for 30 days.
 * Throws where another user was there first.
 */
export function rootOwnedDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== 0)
    throw new Error(`${directory} should be a directory of root, and belongs to user ${found.uid}: remove it`);
  chmodSync(directory, 0o555);
}
