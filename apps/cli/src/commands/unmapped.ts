/** `bandgap sources unmapped`: models that sources name and nobody knows, with what they cost. */
import { UsageError } from '@bandgap/core';
import { type UnmappedModel, unmappedModels } from '@bandgap/db';
import { sourceById } from '@bandgap/sources';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';

/** Its parent has a `--json` of its own, which takes the one that stands behind the subcommand. */
interface Options {
  readonly source?: string;
  readonly json?: true;
}

export function registerUnmapped(program: Command): void {
  const sources = program.commands.find((command) => command.name() === 'sources');
  sources
    ?.command('unmapped')
    .description('models that are kept under their own name because nobody knows which they are')
    .option('--source <id>', 'only of this source')
    .option('--json', 'print JSON')
    .action((_, command: Command) =>
      runCommand(async (opening) => {
        const { source, json } = command.optsWithGlobals<Options>();
        if (source !== undefined && sourceById(source) === undefined)
          throw new UsageError(`--source: expected the id of a source, was ${source}; bandgap sources lists them`);
        const { db } = await openDatabase(opening);
        const models = await unmappedModels(db.query, source);
        if (json) return sayJson(models);
        if (models.length === 0) return say('every model is known');
        say(columns([['SOURCE', 'MODEL', 'PRICES', 'INPUT', 'OUTPUT', 'SEEN FROM'], ...models.map(describe)]));
        say(`\n${models.length} models are not known; prices are in USD per million tokens`);
      }),
    );
}

const describe = ({ source, subject, series, input, output, firstAt }: UnmappedModel) => [
  source,
  subject.slice(`raw:${source}:`.length),
  String(series),
  input === null ? '' : String(input),
  output === null ? '' : String(output),
  firstAt.slice(0, 10),
];
