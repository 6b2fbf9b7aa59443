/** The installed git, asked about a repository on this machine. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { messageOf, UsageError } from '@bandgap/core';

function start(repository: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn('git', ['-C', repository, ...args], { stdio: 'pipe' });
}

/** What git prints. Throws a UsageError with what git complained of. */
export async function runGit(repository: string, args: readonly string[]): Promise<string> {
  const child = start(repository, args);
  child.stdin.end();
  const [printed, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
  if (code === 0) return printed;
  throw new UsageError(`git could not read ${repository}: ${complaint.trim()}`);
}

const ended = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(
        new UsageError(`a git history is read by git, which is not to be run here: ${messageOf(cause)}`, { cause }),
      ),
    );
    child.once('close', resolve);
  });

export interface Blobs {
  /** One after the other. Throws where the repository has no such object. */
  read(id: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** One process gives all contents: each as a line with its size, its bytes, and a line break. */
export function openBlobs(repository: string): Blobs {
  const child = start(repository, ['cat-file', '--batch']);
  const closed = ended(child);
  closed.catch(() => undefined);
  let kept = Buffer.alloc(0);
  const chunks = child.stdout[Symbol.asyncIterator]();

  async function more(): Promise<void> {
    const { value, done } = await chunks.next();
    if (done) throw new UsageError(`git stopped before it gave what ${repository} holds`);
    kept = Buffer.concat([kept, value]);
  }

  async function take(length: number): Promise<Buffer> {
    while (kept.length < length) await more();
    const taken = kept.subarray(0, length);
    kept = kept.subarray(length);
    return taken;
  }

  async function takeLine(): Promise<string> {
    while (!kept.includes(10)) await more();
    return (await take(kept.indexOf(10) + 1)).toString().trimEnd();
  }

  return {
    async read(id) {
      child.stdin.write(`${id}\n`);
      const line = await takeLine();
      const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(line) ?? [];
      if (size === undefined) throw new UsageError(`${repository} lacks ${id}: git says "${line}"`);
      const bytes = await take(Number(size));
      await take(1);
      return Uint8Array.from(bytes);
    },
    async close() {
      child.stdin.end();
      await closed;
    },
  };
}
