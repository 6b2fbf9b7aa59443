/** `bandgap export`: one table, as REST has it; or a data release of all that may be passed on. */
import { tableNames } from '@bandgap/api';
import { UsageError } from '@bandgap/core';
import type { Command } from 'commander';
import { z } from 'zod';
import { runCommand } from '../run-command.ts';
import { exportReleaseTo } from './export-release.ts';
import { exportTable, formats } from './export-table.ts';
import { readOptions } from './model-options.ts';

const text = z.string().min(1).optional();
const Options = z.object({
  release: text,
  format: z.enum(formats).optional(),
  output: text,
  from: text,
  to: text,
  asOf: text,
  knownAt: text,
  json: z.literal(true).optional(),
});

export type ExportOptions = z.output<typeof Options>;

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write one table as CSV, JSON or Parquet; or, with --release, all that may be passed on')
    .argument('[table]', 'one of those below')
    .option('--format <format>', `${formats.join(', ')}; what --output ends in, or csv, if absent`)
    .option('--output <file>', 'where to; standard output if absent')
    .option('--from <time>', 'from this day or time on')
    .option('--to <time>', 'before this day or time')
    .option('--as-of <time>', 'as it was on this day or at this time')
    .option('--known-at <time>', 'only what was known by then')
    .option('--release <directory>', 'where a data release goes; it must be empty or not exist')
    .option('--json', 'with --release: print JSON')
    .addHelpText(
      'after',
      `\nTables, as under /v1 of the HTTP interface:\n${tableNames.map((name) => `  ${name}\n`).join('')}`,
    )
    .action((table: string | undefined, given: Record<string, unknown>) =>
      runCommand(async (opening) => {
        const { release: directory, json, ...options } = readOptions(Options, given);
        if (directory !== undefined && table === undefined)
          return exportReleaseTo(opening, { directory, json: json === true });
        if (table === undefined || directory !== undefined)
          throw new UsageError('expected either a table, or --release with a directory; --help has the tables');
        return exportTable(opening, table, options);
      }),
    );
}
