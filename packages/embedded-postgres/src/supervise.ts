/** Watches a running server: one that dies comes back on its port, for as long as we live. */
import { setTimeout } from 'node:timers/promises';
import { adoptOrStart, type Running } from './adopt-or-start.ts';
import type { Installation } from './installation.ts';
import { fastStop, immediateStop, pgCtl } from './pg-ctl.ts';
import { livePostmaster } from './postmaster-pid.ts';
import { isPostmaster } from './postmaster-process.ts';

export interface Supervision {
  /** Whether the server is ours to stop: not where we joined another's, until that one goes and we start our own. */
  owns(): boolean;
  stop(): Promise<void>;
}

export interface SupervisionOptions {
  readonly log: (message: string) => void;
  readonly onRestart: () => void;
}

const checkEveryMs = 250;
const longestPauseMs = 30_000;

export function supervise(installation: Installation, first: Running, options: SupervisionOptions): Supervision {
  const { dataDirectory } = installation.cluster;
  const { port } = first.postmaster;
  const stopping = new AbortController();
  let running = first;
  let stopped: Promise<void> | undefined;

  const pause = (ms: number) => setTimeout(ms, undefined, { ref: false, signal: stopping.signal }).catch(() => {});

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (!isPostmaster(running.postmaster.pid, dataDirectory)) await bringBack();
      await pause(checkEveryMs);
    }
  }

  async function bringBack(): Promise<void> {
    options.log(`PostgreSQL (process ${running.postmaster.pid}) is gone: starting it again on port ${port}`);
    for (let pauseMs = checkEveryMs; !stopping.signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        const back = await adoptOrStart(installation, port);
        if (running.kind === 'started') running.guardian.dismiss();
        running = back;
        options.log(
          `PostgreSQL is back on port ${back.postmaster.port} (process ${back.postmaster.pid}, ${back.kind})`,
        );
        return options.onRestart();
      } catch (error) {
        options.log(`PostgreSQL is still down: ${error instanceof Error ? error.message : String(error)}`);
        await pause(pauseMs);
      }
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await watching;
    if (running.kind === 'adopted') return;
    const isOurs = livePostmaster(dataDirectory)?.pid === running.postmaster.pid;
    if (isOurs && !(await pgCtl(installation, fastStop)) && !(await pgCtl(installation, immediateStop)))
      options.log(`PostgreSQL (process ${running.postmaster.pid}) does not stop`);
    running.guardian.dismiss();
  }

  const watching = watch();
  return {
    owns: () => running.kind === 'started',
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
