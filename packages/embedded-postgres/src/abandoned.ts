/** Directories that killed processes left behind. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const hourMs = 3_600_000;

/** Removes the directories whose path begins with `prefix`, are an hour old and not in use. */
export function removeAbandoned(prefix: string, isInUse: (directory: string) => boolean): void {
  const names = readdirSync(dirname(prefix)).filter((name) => name.startsWith(basename(prefix)));
  for (const directory of names.map((name) => join(dirname(prefix), name))) {
    try {
      const isOld = statSync(directory).mtimeMs < Date.now() - hourMs;
      if (isOld && !isInUse(directory)) rmSync(directory, { recursive: true, force: true });
    } catch {
      // Another process is removing it, or it is another user's: neither is in our way.
    }
  }
}
