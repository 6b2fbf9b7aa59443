/** `bandgap signals`: headlines in, the price changes they state out, a line for a line. Starts no database. */
import { createInterface } from 'node:readline';
import { toInstant, UsageError } from '@bandgap/core';
import { readSignals } from '@bandgap/signals';
import type { Command } from 'commander';
import { z } from 'zod';
import { say } from '../print.ts';

const Headline = z.object({
  text: z.string(),
  publishedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform(toInstant),
  /** Where it was read; passed on with each record. */
  source: z.string().optional(),
});

export function registerSignals(program: Command): void {
  program
    .command('signals')
    .description('read {"text", "publishedAt"} lines from standard input and print the price changes each states')
    .action(async () => {
      let number = 0;
      for await (const line of createInterface({ input: process.stdin })) {
        number += 1;
        if (line.trim() === '') continue;
        const { text, publishedAt, source } = parse(line, number);
        say(
          JSON.stringify(
            readSignals({ text, publishedAt }).map((signal) => ({ ...signal, ...(source && { source }) })),
          ),
        );
      }
    });
}

function parse(line: string, number: number): z.infer<typeof Headline> {
  try {
    return Headline.parse(JSON.parse(line));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new UsageError(`line ${number}: expected {"text": "…", "publishedAt": "2026-02-02"}: ${reason}`, { cause });
  }
}
