/** `bandgap ingest`, `worker`, `api`: each half of the system as a process of its own, any number of them. */
import { resolve } from 'node:path';
import { startApi } from '@bandgap/api';
import { openRecordings } from '@bandgap/ingest';
import type { Command } from 'commander';
import { selectSources } from '../enabled-sources.ts';
import { serviceLog } from '../log.ts';
import { openIngest, openParts, openWorker, type PipelineParts } from '../open-pipeline.ts';
import { type Opening, openDatabase } from '../open-system.ts';
import { say } from '../print.ts';
import { replaySlots } from '../replay-slots.ts';
import { runService } from '../run-command.ts';
import { slotLine } from '../source-line.ts';
import { version } from '../version.ts';
import { givenRules } from './alerts-given.ts';

export function registerServices(program: Command): void {
  program
    .command('ingest')
    .description('announce and fetch sources when they are due')
    .option('--replay <directory>', 'announce and serve recorded responses from a directory instead')
    .action(({ replay }: { replay?: string }) => runService((opening) => ingest(opening, replay), { progress: say }));
  program
    .command('worker')
    .description('read documents, compute models, judge alerts, deliver messages')
    .action(() => runService(worker, { progress: say }));
  program
    .command('api')
    .description('serve the dashboard and the HTTP interface')
    .action(() => runService(api, { progress: say }));
}

const openEnabled = async (opening: Opening): Promise<PipelineParts> =>
  openParts(opening, await openDatabase(opening), {
    sources: selectSources(opening.settings).enabled,
    log: serviceLog(opening.settings),
  });

async function ingest(opening: Opening, replay: string | undefined): Promise<void> {
  const recordings = replay === undefined ? undefined : await openRecordings(resolve(replay));
  const parts = await openEnabled(opening);
  const started = openIngest({
    ...parts,
    ...(recordings === undefined ? {} : { recordings: recordings.transport }),
    onSlot: (report) => say(slotLine(report)),
  });
  if (recordings === undefined) {
    await started.announceDue();
    started.followSchedule();
  } else await started.announce(replaySlots(parts.sources, recordings));
  say('ingest is running');
}

async function worker(opening: Opening): Promise<void> {
  await openWorker(await openEnabled(opening));
  say('worker is running');
}

async function api(opening: Opening): Promise<void> {
  const { db } = await openDatabase(opening);
  await serve(opening, db);
}

/** Serves the dashboard and says where. */
export async function serve({ settings, lifecycle }: Opening, db: Parameters<typeof startApi>[0]['db']): Promise<void> {
  const { BANDGAP_HOST: host, BANDGAP_PORT: port } = settings;
  const server = await startApi({
    db,
    host,
    port,
    version,
    readToken: settings.BANDGAP_API_TOKEN,
    writeToken: settings.BANDGAP_WRITE_TOKEN,
    requestsPerMinute: settings.BANDGAP_RATE_LIMIT,
    licensed: settings.BANDGAP_LICENSED,
    rules: await givenRules(settings),
    log: say,
  });
  lifecycle.opened('api', () => server.close());
  say(`dashboard: ${server.url}`);
}
