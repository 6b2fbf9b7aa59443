/** `bandgap events`: what changed in token prices, and what to look at. */
import { systemClock, UsageError } from '@bandgap/core';
import { readEvents } from '@bandgap/views';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { instantFrom } from './alerts-when.ts';

interface Options {
  readonly since?: string;
  readonly kind?: readonly string[];
  readonly subject?: string;
  readonly all?: true;
  readonly limit: string;
  readonly json?: true;
}

export function registerEvents(program: Command): void {
  program
    .command('events')
    .description('confirmed prices that changed, changes announced and withdrawn, models that came and went')
    .option('--since <when>', 'not before this: 30d, 12h, or a date')
    .option('--kind <kinds...>', 'only of these kinds, such as price_changed')
    .option('--subject <model>', 'only about this, such as anthropic/claude-opus-4-7')
    .option('--all', 'what every single list says, and what is for operators, too')
    .option('--limit <number>', 'no more than these, the newest first', '100')
    .option('--json', 'print JSON')
    .action(({ since, kind, subject, all, limit, json }: Options) =>
      runCommand(async (opening) => {
        const search = {
          ...(since !== undefined && { since: instantFrom(since, systemClock(), -1) }),
          ...(kind !== undefined && { kinds: kind }),
          ...(subject !== undefined && { subject }),
          limit: wholeNumber(limit),
          onlyNews: all !== true,
        };
        const { db } = await openDatabase(opening);
        const events = await readEvents(db.query, search);
        if (json) return sayJson(events);
        if (events.length === 0) return say(`no such events${all ? '' : '; --all shows what single lists say, too'}`);
        say(
          columns([
            ['TOLD', 'KIND', 'WHAT'],
            ...events.map(({ recordedAt, kind: told, text }) => [recordedAt.slice(0, 16), told, text]),
          ]),
        );
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`--limit: expected a number from 1 to 999999, was ${text}`);
  return Number(text);
}
