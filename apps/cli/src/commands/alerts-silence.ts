/** `bandgap alerts silence` and `ack`: messages are held back, by whom and why; rules are judged all the same. */
import { isMeant } from '@bandgap/alerts';
import { systemClock, UsageError } from '@bandgap/core';
import { type Query, storeSilence } from '@bandgap/db';
import { firingOf, rulesInForce } from '@bandgap/views';
import type { Command } from 'commander';
import { type Opening, openDatabase } from '../open-system.ts';
import { say } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { givenRules, unknownRule } from './alerts-given.ts';
import { instantFrom } from './alerts-when.ts';
import { someText } from './some-text.ts';

interface SilenceOptions {
  readonly by: string;
  readonly reason?: string;
  readonly until?: string;
}

export function registerAlertsSilence(alerts: Command): void {
  alerts
    .command('silence')
    .description('hold back all messages of a rule for a while')
    .argument('<rule>', "its id, or '*' for every rule")
    .requiredOption('--until <when>', 'such as 12h, 3d, or 2026-08-01T09:00Z')
    .requiredOption('--by <author>', 'who asks for it', someText)
    .requiredOption('--reason <text>', 'why', someText)
    .action((ruleId: string, { by, reason = '', until = '' }: SilenceOptions) =>
      runCommand(async (opening) => {
        const query = await openRule(opening, ruleId);
        const at = systemClock();
        const end = instantFrom(until, at, 1);
        if (end <= at) throw new UsageError(`--until: expected an instant to come, was ${end}`);
        await storeSilence(query, { ruleId, transitionId: null, author: by, reason, at, until: end });
        say(`${ruleId === '*' ? 'every rule' : ruleId} is silenced until ${end}`);
      }),
    );

  alerts
    .command('ack')
    .description('take note of a firing: no reminders of it, until it ends')
    .argument('<rule>', 'its id')
    .requiredOption('--by <author>', 'who took note', someText)
    .option('--reason <text>', 'what is done about it')
    .option('--until <when>', 'remind again from then on, such as 3d')
    .action((ruleId: string, { by, reason = '', until }: SilenceOptions) =>
      runCommand(async (opening) => {
        const query = await openRule(opening, ruleId);
        const firing = await firingOf(query, ruleId);
        const at = systemClock();
        const end = until === undefined ? null : instantFrom(until, at, 1);
        await storeSilence(query, { ruleId, transitionId: firing.id, author: by, reason, at, until: end });
        say(
          `${ruleId}, firing since ${firing.asOf.slice(0, 10)}, is acknowledged${end === null ? '' : ` until ${end}`}`,
        );
      }),
    );
}

/** Throws a UsageError for a rule that is not in force. */
async function openRule(opening: Opening, ruleId: string): Promise<Query> {
  const { db } = await openDatabase(opening);
  const rules = await rulesInForce(db.query, await givenRules(opening.settings));
  const isKnown = ruleId === '*' || rules.some(({ id }) => isMeant(ruleId, id));
  if (!isKnown) throw unknownRule(ruleId, rules);
  return db.query;
}
