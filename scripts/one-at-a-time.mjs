/** Lets one process at a time through, by a file that holds its id. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Waits while a living process holds the lock, and takes over what a dead one left. */
export async function oneAtATime(lock, say, work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = ''; !(await take(lock)); ) {
    const holder = contentOf(lock);
    if (holder && !told) say(`waiting for another start to finish (process ${holder}, by ${lock})`);
    told ||= holder;
    await setTimeout(100);
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function take(lock) {
  const abandoned = isAbandoned(lock);
  if (abandoned) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
  if (abandoned) await setTimeout(100); // a second process may be removing the same remains, and ours with them
  return contentOf(lock) === `${process.pid}`;
}

function isAbandoned(lock) {
  const found = statSync(lock, { throwIfNoEntry: false });
  if (!found) return false;
  const holder = Number(contentOf(lock));
  return holder > 0 ? !isAlive(holder) : Date.now() - found.mtimeMs > 5_000;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function contentOf(lock) {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return ''; // its holder has just finished
  }
}
