/** Brings up the server of a cluster, or joins the one that is up: there are never two on one data directory. */
import { setTimeout } from 'node:timers/promises';
import { endOfLog } from './cluster.ts';
import { PostgresFailed } from './errors.ts';
import { type Guardian, postGuardian } from './guardian.ts';
import type { Installation } from './installation.ts';
import { startServer, startTimeoutSeconds } from './pg-ctl.ts';
import { freePort, isFree } from './port.ts';
import { lastPort, livePostmaster, type Postmaster, setAsideMisleadingPidFile } from './postmaster-pid.ts';

/** Only a server that we started is ours to stop. */
export type Running =
  | { readonly kind: 'started'; readonly postmaster: Postmaster; readonly guardian: Guardian }
  | { readonly kind: 'adopted'; readonly postmaster: Postmaster };

/**
 * Of several starts at once PostgreSQL lets one through, and the others join its server. A server keeps its port from
 * one start to the next where it can; with `port` given, it comes up there or not at all.
 */
export async function adoptOrStart(installation: Installation, port?: number): Promise<Running> {
  const { dataDirectory } = installation.cluster;
  const deadline = performance.now() + startTimeoutSeconds * 1000;
  for (let attempts = 0; attempts < 5 && performance.now() < deadline; ) {
    const postmaster = livePostmaster(dataDirectory);
    if (postmaster?.status === 'ready') return { kind: 'adopted', postmaster };
    if (postmaster === undefined) {
      const started = await start(installation, port ?? (await portFor(dataDirectory)));
      if (started) return started;
      attempts++;
    }
    await setTimeout(50);
  }
  throw new PostgresFailed('PostgreSQL did not start on', dataDirectory, endOfLog(installation.cluster));
}

async function start(installation: Installation, port: number): Promise<Running | undefined> {
  const { dataDirectory } = installation.cluster;
  setAsideMisleadingPidFile(dataDirectory);
  const guardian = postGuardian(installation);
  const isUp = await startServer(installation, port);
  const postmaster = livePostmaster(dataDirectory);
  if (isUp && postmaster) return { kind: 'started', postmaster, guardian };
  guardian.dismiss();
  return undefined;
}

async function portFor(dataDirectory: string): Promise<number> {
  const port = lastPort(dataDirectory);
  return port !== undefined && (await isFree(port)) ? port : freePort();
}
