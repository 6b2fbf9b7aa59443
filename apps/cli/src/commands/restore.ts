/** `bandgap restore`: a data release into an empty database. */
import { resolve } from 'node:path';
import { publishRegistry } from '@bandgap/db';
import { restoreRelease } from '@bandgap/exports';
import { publishedRegistry } from '@bandgap/views';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';

export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description('load a data release into an empty database, after checking every hash')
    .argument('<directory>', 'a directory written by bandgap export --release')
    .option('--json', 'print JSON')
    .action((directory: string, { json }: { json?: true }) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const restored = await restoreRelease(db, resolve(directory));
        await publishRegistry(db, publishedRegistry(opening.settings.BANDGAP_LICENSED));
        if (json) return sayJson(restored);
        say(`${restored.name}: every hash is right`);
        say(columns(restored.tables.map(({ name, rows }) => [`  ${name}`, `${rows} rows`])));
        say(`  documents: ${restored.documents}`);
        say('any receipt among them can be recomputed: npx bandgap verify <receipt>');
      }),
    );
}
