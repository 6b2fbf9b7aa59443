/** `bandgap quarantine`: what was not believed, and what you decide about it. */
import { systemClock, UsageError } from '@bandgap/core';
import { sources } from '@bandgap/sources';
import { readQuarantine, readQuarantined } from '@bandgap/views';
import { rejectDocument, rejectSource, releaseDocument } from '@bandgap/worker';
import type { Command } from 'commander';
import { z } from 'zod';
import { openReader } from '../open-pipeline.ts';
import { openDatabase } from '../open-system.ts';
import { say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { readOptions } from './model-options.ts';
import { quarantinedLines, quarantineLines } from './quarantine-lines.ts';

const text = z.string().trim().min(1);
const signature = { by: text, reason: text };
const day = z.iso.date();

export function registerQuarantine(program: Command): void {
  const quarantine = program.command('quarantine').description('what was not believed, and what you decide about it');

  quarantine
    .command('ls')
    .description('documents and prices that were not believed, and sources that were rejected')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: true }) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const found = await readQuarantine(db.query);
        json ? sayJson(found) : say(quarantineLines(found).join('\n'));
      }),
    );

  quarantine
    .command('show')
    .description('everything that is held against one document')
    .argument('<id>', 'the number in the first column of `bandgap quarantine ls`')
    .option('--json', 'print JSON')
    .action((given: string, { json }: { json?: true }) =>
      runCommand(async (opening) => {
        const id = idIn(given);
        const { db } = await openDatabase(opening);
        const found = await readQuarantined(db.query, id);
        if (found === undefined) throw new UsageError(`nothing is held against document ${id}`);
        json ? sayJson(found) : say(quarantinedLines(found).join('\n'));
      }),
    );

  signed(quarantine.command('release').argument('<ids...>', 'the numbers of the documents'))
    .description('believe documents from now on; what was computed before stays as it was')
    .action((given: readonly string[], options: Record<string, unknown>) =>
      runCommand(async (opening) => {
        const { by: author, reason } = readOptions(z.object(signature), options);
        const ids = given.map(idIn);
        const { db } = await openDatabase(opening);
        const reader = openReader(opening.lifecycle);
        for (const id of ids) {
          const released = await releaseDocument(
            { db, reader, sources },
            { id, author, reason, decidedAt: systemClock() },
          );
          say(
            released.kind === 'already_released'
              ? `document ${id} was released before; nothing changed`
              : `document ${id} released: ${released.quotes} prices believed, ${released.changed} of them new`,
          );
        }
        say('figures follow while `bandgap up` or a worker runs');
      }),
    );

  signed(quarantine.command('reject').argument('[ids...]', 'the numbers of the documents'))
    .description('say that documents stay out; or leave a source out of every index for some days')
    .option('--source <id>', 'the source to leave out, with --from and --to')
    .option('--from <day>', 'the first day')
    .option('--to <day>', 'the last day')
    .action((given: readonly string[], options: Record<string, unknown>) =>
      runCommand(async (opening) => {
        const rejected = readOptions(
          z.object({ ...signature, source: text.optional(), from: day.optional(), to: day.optional() }),
          options,
        );
        const { by: author, reason, source, from, to } = rejected;
        const decision = { author, reason, decidedAt: systemClock() };
        const ids = given.map(idIn);
        if (ids.length > 0 === (source !== undefined))
          throw new UsageError('expected the numbers of documents, or --source with --from and --to');
        if (source !== undefined && (from === undefined || to === undefined))
          throw new UsageError('--source: expected --from and --to with it, such as --from 2026-02-19 --to 2026-02-20');
        const { db } = await openDatabase(opening);
        for (const id of ids) {
          await rejectDocument(db.query, { id, ...decision });
          say(`document ${id} rejected: it stays out`);
        }
        if (source !== undefined && from !== undefined && to !== undefined) {
          await rejectSource({ db, sources }, { sourceId: source, from, to, ...decision });
          say(`${source} rejected from ${from} to ${to}: no index uses it for those days, as known from now on`);
        }
      }),
    );
}

const signed = (command: Command): Command =>
  command.requiredOption('--by <author>', 'who decides').requiredOption('--reason <text>', 'why; it is kept and shown');

function idIn(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`expected the number of a document, was ${JSON.stringify(text)}`);
  return Number(text);
}
