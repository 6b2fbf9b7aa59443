/** `bandgap import`: reads a file of assessed or licensed prices, the way prices enter that nobody publishes daily. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { messageOf, systemClock, UsageError } from '@bandgap/core';
import { announceSlots, closeSlot, sourceHealth, storeCapture } from '@bandgap/db';
import { sources } from '@bandgap/sources';
import type { Command } from 'commander';
import { selectSources } from '../enabled-sources.ts';
import { spokenLog } from '../log.ts';
import { openParts, openWorker } from '../open-pipeline.ts';
import { type Opening, openDatabase } from '../open-system.ts';
import { say } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { settle } from '../settle.ts';

export function registerImport(program: Command): void {
  program
    .command('import')
    .description(
      'read prices from a CSV file: gpu, publisher, surface, tenor, usd_per_gpu_hour, as_of, source_url, licence',
    )
    .argument('<file>')
    .action((file: string) => runCommand((opening) => importFile(opening, file)));
}

async function importFile(opening: Opening, file: string): Promise<void> {
  const source = sources.find(({ imported }) => imported);
  if (source === undefined) throw new UsageError('no source in the registry reads imported files');
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UsageError(`${file} cannot be read: ${messageOf(cause)}`, { cause });
  });

  const database = await openDatabase(opening);
  const { db } = database;
  const enabled = [...selectSources(opening.settings).enabled, source];
  const worker = await openWorker(await openParts(opening, database, { sources: enabled, log: spokenLog(say) }));

  const slot = { sourceId: source.id, dueAt: systemClock() };
  await db.transaction(async ({ query }) => {
    await announceSlots(query, [slot]);
    const document = { httpStatus: 200, contentType: 'text/csv', url: `file:${basename(file)}`, bytes };
    await storeCapture(query, { ...document, sourceId: source.id, slot: slot.dueAt, fetchedAt: slot.dueAt });
    await closeSlot(query, { ...slot, outcome: 'fetched' });
  });
  await settle(worker, () => undefined);
  const [health] = await sourceHealth(db.query, [source.id]);
  if (health?.verdict === 'accepted') say(`${health.quotes} prices read from ${file}; they are not for republication`);
  else throw new UsageError(`${file} was not taken: ${health?.reasons?.join('; ') ?? 'it was not read'}`);
}
