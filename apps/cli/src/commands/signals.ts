/** `bandgap signals`: headlines in, the price changes they state out, a line for a line. Starts no database, unless asked what is stored. */
import { createInterface } from 'node:readline';
import { toInstant, UsageError } from '@bandgap/core';
import { readSignals } from '@bandgap/signals';
import { readSignalHeadlines } from '@bandgap/views';
import type { Command } from 'commander';
import { z } from 'zod';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';

const Headline = z.object({
  text: z.string(),
  publishedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform(toInstant),
  /** Where it was read; passed on with each record. */
  source: z.string().optional(),
});

interface Given {
  readonly stored?: true;
  readonly json?: true;
}

export function registerSignals(program: Command): void {
  program
    .command('signals')
    .description('read {"text", "publishedAt"} lines from standard input and print the price changes each states')
    .option('--stored', 'print what the headlines in the database state instead, newest first')
    .option('--json', 'with --stored, print JSON')
    .action(({ stored, json }: Given) => (stored ? sayStored(json === true) : readLines()));
}

async function readLines(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const { text, publishedAt, source } = parse(line, number);
    say(JSON.stringify(readSignals({ text, publishedAt }).map((signal) => ({ ...signal, ...(source && { source }) }))));
  }
}

const sayStored = (json: boolean): Promise<void> =>
  runCommand(async (opening) => {
    const { db } = await openDatabase(opening);
    const headlines = await readSignalHeadlines(db.query);
    if (json) return sayJson(headlines);
    if (headlines.length === 0) return say('no headline in the database states a change of memory prices');
    const rows = headlines.flatMap(({ publishedAt, sourceName, title, statements }) =>
      statements.map(({ period, product, metric, range, status }) => [
        publishedAt.slice(0, 10),
        period,
        product,
        metric,
        range,
        status,
        `${sourceName}: ${title}`,
      ]),
    );
    say(columns([['PUBLISHED', 'PERIOD', 'PRODUCT', 'METRIC', 'CHANGE', 'STATUS', 'HEADLINE'], ...rows]));
  });

function parse(line: string, number: number): z.infer<typeof Headline> {
  try {
    return Headline.parse(JSON.parse(line));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new UsageError(`line ${number}: expected {"text": "…", "publishedAt": "2026-02-02"}: ${reason}`, { cause });
  }
}
