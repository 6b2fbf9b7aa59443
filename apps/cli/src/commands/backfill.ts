/** `bandgap backfill`: reads what somebody kept of a source's past, as it was known then. Nobody is alerted by it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf, messageOf, systemClock, toInstant, UsageError } from '@bandgap/core';
import { type Db, filledIn, filledInVerdicts, unreadCount } from '@bandgap/db';
import { type DatedVersion, openDatedVersions, storeVersion } from '@bandgap/ingest';
import { type Source, sourceById, sources } from '@bandgap/sources';
import type { Worker } from '@bandgap/worker';
import type { Command } from 'commander';
import { selectSources } from '../enabled-sources.ts';
import { spokenLog } from '../log.ts';
import { openParts, openWorker } from '../open-pipeline.ts';
import { type Opening, openDatabase } from '../open-system.ts';
import { say } from '../print.ts';
import { openProgress } from '../progress-bar.ts';
import { runCommand } from '../run-command.ts';
import { settle } from '../settle.ts';

interface BackfillOptions {
  readonly from: string;
  readonly path?: string;
  readonly since?: string;
  readonly dryRun?: true;
}

export function registerBackfill(program: Command): void {
  program
    .command('backfill')
    .description('read dated versions of a source that somebody kept, as of their own dates; nobody is alerted')
    .argument('<source>', 'id of the source, as `bandgap sources` lists it')
    .requiredOption('--from <place>', 'a directory of dated files, or a git repository')
    .option('--path <path>', 'where in the git repository the documents stand')
    .option('--since <day>', 'leave out what is older, YYYY-MM-DD')
    .option('--dry-run', 'say what would be read, and store nothing')
    .action((id: string, options: BackfillOptions) => {
      const source = knownSource(id);
      if (options.since !== undefined) checkDay(options.since);
      return runCommand((opening) => backfill(opening, source, options), { progress: complain });
    });
}

/** Standard output is for what was read. */
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

function knownSource(id: string): Source {
  const source = sourceById(id);
  if (source !== undefined) return source;
  throw new UsageError(`there is no source ${id}; expected one of ${sources.map((each) => each.id).join(', ')}`);
}

function checkDay(text: string): void {
  try {
    if (dayOf(toInstant(`${text}T00:00:00.000Z`)) === text) return;
  } catch (error) {
    throw new UsageError(`--since takes a day such as 2026-07-14, was ${text}: ${messageOf(error)}`);
  }
  throw new UsageError(`--since takes a day such as 2026-07-14, was ${text}`);
}

async function backfill(opening: Opening, source: Source, { dryRun, ...options }: BackfillOptions): Promise<void> {
  const versions = await openDatedVersions({ ...options, source, now: systemClock() });
  opening.lifecycle.opened('dated versions', () => versions.close());
  for (const remark of versions.remarks) say(`  ${remark}`);
  const database = await openDatabase(opening);
  const { db } = database;
  const stored = new Set((await filledIn(db.query, source.id)).map(keyOf));
  const missing = versions.all.filter((version) => !stored.has(keyOf(version)));
  say(describe(source, versions.all, missing));
  if (dryRun) return;

  await store(db, source, missing);
  const { enabled } = selectSources(opening.settings);
  const selected = enabled.includes(source) ? enabled : [...enabled, source];
  const parts = await openParts(opening, database, { sources: selected, log: spokenLog(() => undefined) });
  const worker = await openWorker(parts);
  await read({ db, worker, source });
  await settle(worker, () => undefined);
  const verdicts = Object.entries(await filledInVerdicts(db.query, source.id));
  say(`${source.id}: ${verdicts.map(([verdict, count]) => `${count} ${verdict}`).join(', ') || 'nothing to read'}`);
}

const keyOf = ({ at, url }: Pick<DatedVersion, 'at' | 'url'>) => `${at} ${url}`;

function describe(source: Source, all: readonly DatedVersion[], missing: readonly DatedVersion[]): string {
  const days = all.map(({ at }) => dayOf(at));
  const documents = new Set(all.map(({ url }) => url)).size;
  const found =
    all.length === 0 ? 'no versions' : `${all.length} versions of ${documents} documents, ${days[0]} to ${days.at(-1)}`;
  return `${source.id}: ${found}; ${missing.length} are new`;
}

async function store(db: Db, source: Source, missing: readonly DatedVersion[]): Promise<void> {
  const progress = openProgress('storing', process.stdout, () => performance.now());
  for (const [index, version] of missing.entries()) {
    await storeVersion(db, source, version);
    progress.at(index + 1, missing.length);
  }
  progress.end();
}

interface Reading {
  readonly db: Db;
  readonly worker: Worker;
  readonly source: Source;
}

const pollMs = 200;
const sweepMs = 2_000;
const patienceMs = 180_000;

/** Waits until every document was read; a reading that was lost on the way is asked for again. */
async function read({ db, worker, source }: Reading): Promise<void> {
  const total = await unreadCount(db.query, source.id);
  const progress = openProgress('reading', process.stdout, () => performance.now());
  let [left, movedAt, sweptAt] = [total, performance.now(), Number.NEGATIVE_INFINITY];
  while (left > 0) {
    const now = performance.now();
    if (now - movedAt > patienceMs)
      throw new Error(`no document of ${source.id} was read for ${patienceMs / 1000} s; ${left} are left`);
    if (now - sweptAt > sweepMs) {
      await worker.sweep();
      sweptAt = now;
    }
    await sleep(pollMs);
    const still = await unreadCount(db.query, source.id);
    if (still !== left) movedAt = performance.now();
    left = still;
    progress.at(total - left, total);
  }
  progress.end();
}
