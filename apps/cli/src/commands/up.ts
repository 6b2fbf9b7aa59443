/** `bandgap up` and `bandgap refresh`: the whole system in one process. */

import { resolve } from 'node:path';
import { dayOf, systemClock, UsageError } from '@bandgap/core';
import { type Ingest, isPolled, openRecordings, type Recording, type Recordings } from '@bandgap/ingest';
import { readFigures } from '@bandgap/receipts';
import { type Source, sources } from '@bandgap/sources';
import type { Worker } from '@bandgap/worker';
import type { Command } from 'commander';
import { type SourceSelection, selectSources } from '../enabled-sources.ts';
import { figureLines } from '../figure-lines.ts';
import { spokenLog } from '../log.ts';
import { openIngest, openParts, openWorker } from '../open-pipeline.ts';
import { type OpenDatabase, type Opening, openDatabase } from '../open-system.ts';
import { say, sayJson } from '../print.ts';
import { bundledSlots, replaySlots } from '../replay-slots.ts';
import { runCommand, runService } from '../run-command.ts';
import { settle } from '../settle.ts';
import { slotLine, sourceLine } from '../source-line.ts';
import { serve } from './services.ts';

interface UpOptions {
  readonly replay?: string;
  readonly once?: true;
  readonly json?: true;
}

export function registerUp(program: Command): void {
  program
    .command('up')
    .description('start everything and serve the dashboard')
    .option('--replay <directory>', 'serve recorded responses from a directory instead of the network')
    .option('--once', 'fetch and compute what is due, print the figures and exit')
    .option('--json', 'with --once: print the figures as JSON')
    .action(({ once, ...options }: UpOptions) => {
      if (once) return runOnce(options, announceDue);
      if (options.json) throw new UsageError('--json goes with --once: the dashboard prints no figures');
      return runService((opening) => stay(opening, options), { progress: say });
    });

  program
    .command('refresh')
    .description('fetch every source now, compute, print the figures and exit')
    .option('--json', 'print JSON')
    .action((options: UpOptions) => runOnce(options, announceNow));
}

interface System extends OpenDatabase {
  readonly worker: Worker;
  readonly ingest: Ingest;
  readonly sources: readonly Source[];
  readonly recordings: Recordings | undefined;
}

/** How a run finds its work: by schedule, or at once. */
type Announce = (system: System) => Promise<void>;

const announceDue: Announce = ({ ingest, recordings, sources: enabled }) =>
  recordings === undefined ? ingest.announceDue() : ingest.announce(replaySlots(enabled, recordings));

const announceNow: Announce = async ({ ingest, sources: enabled }) => {
  const dueAt = systemClock();
  const polled = enabled.filter(isPolled);
  await ingest.announce([...bundledSlots(enabled), ...ids(polled).map((sourceId) => ({ sourceId, dueAt }))]);
};

const ids = (selected: readonly Source[]) => selected.map(({ id }) => id);

function runOnce({ replay, json }: UpOptions, announce: Announce): Promise<void> {
  const progress = json ? (line: string) => void process.stderr.write(`${line}\n`) : say;
  return runCommand(
    async (opening) => {
      const system = await start(opening, replay);
      await announce(system);
      await settle(system.worker, () => undefined);
      const figures = await readFigures(system.db.query);
      if (json) return sayJson(figures);
      say('');
      say(figureLines(figures));
      say('\nevery receipt can be recomputed from the stored bytes: npx bandgap verify <receipt>');
    },
    { progress },
  );
}

async function stay(opening: Opening, { replay }: UpOptions): Promise<void> {
  const database = await openDatabase(opening);
  await serve(opening, database.db);
  const system = await startOn(opening, database, replay);
  await announceDue(system);
  if (system.recordings === undefined) system.ingest.followSchedule();
  await settle(system.worker, () => undefined);
  say('');
  say(figureLines(await readFigures(system.db.query)));
  say('\nup to date; Ctrl-C stops');
}

const start = async (opening: Opening, replay: string | undefined): Promise<System> =>
  startOn(opening, await openDatabase(opening), replay);

async function startOn(opening: Opening, database: OpenDatabase, replay: string | undefined): Promise<System> {
  const recordings = replay === undefined ? undefined : await openRecordings(resolve(replay));
  const selection = recordings === undefined ? selectSources(opening.settings) : selectRecorded(recordings);
  for (const line of selectionLines(selection, recordings)) opening.say(line);
  const parts = await openParts(opening, database, { sources: selection.enabled, log: spokenLog(opening.say) });
  const worker = await openWorker(parts);
  const ingest = openIngest({
    ...parts,
    ...(recordings === undefined ? {} : { recordings: recordings.transport }),
    onSlot: (report) => recordings !== undefined || opening.say(slotLine(report)),
  });
  return { ...database, worker, ingest, recordings, sources: selection.enabled };
}

/** A replay needs no keys and asks nobody: whatever was recorded is read, beside the documents that ship with Bandgap. */
function selectRecorded({ all }: Recordings): SourceSelection {
  const recorded = new Set(all.map(({ source }) => source));
  return { enabled: sources.filter(({ id, bundled }) => recorded.has(id) || bundled !== undefined), disabled: [] };
}

function selectionLines({ disabled }: SourceSelection, recordings: Recordings | undefined): readonly string[] {
  const off = disabled.map(({ source, reason }) => sourceLine(source.id, 'disabled', reason));
  return [...off, ...(recordings === undefined ? [] : recordingLines(recordings.all))];
}

function recordingLines(all: readonly Recording[]): readonly string[] {
  const known = new Set(ids(sources));
  const unread = [...new Set(all.map(({ source }) => source))].filter((id) => !known.has(id));
  const lines = [...new Set(all.map(({ source }) => source))]
    .filter((id) => known.has(id))
    .map((id) => {
      const days = all
        .filter(({ source }) => source === id)
        .map(({ fetchedAt }) => dayOf(fetchedAt))
        .sort();
      return sourceLine(id, 'recorded', `${days.length} responses, ${days[0]} to ${days.at(-1)}`);
    });
  return unread.length === 0 ? lines : [...lines, `  no reader yet for the recordings of ${unread.join(', ')}`];
}
