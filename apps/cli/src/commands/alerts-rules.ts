/** `bandgap alerts rules`, `add` and `rm`: the rules in force, and those that people make. */
import { ruleInWords } from '@bandgap/alerts';
import { systemClock } from '@bandgap/core';
import { newestRules, storeRule } from '@bandgap/db';
import { overruled, parsedJson, parseRule, readMadeRules, readStanding, rulesInForce } from '@bandgap/views';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { givenRules, textOf, unknownRule } from './alerts-given.ts';
import { someText } from './some-text.ts';

interface Made {
  readonly by: string;
}

export function registerAlertsRules(alerts: Command): void {
  alerts
    .command('rules')
    .description('the rules in force, in words')
    .option('--json', 'print them as JSON, as add takes them')
    .action(({ json }: { readonly json?: true }) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const given = await givenRules(opening.settings);
        if (json) return sayJson(await rulesInForce(db.query, given));
        const { rules: made, withdrawn, refused } = await readMadeRules(db.query);
        const inForce = overruled(given, made).filter(({ id }) => !withdrawn.includes(id));
        say(columns(inForce.map((rule) => [rule.id, rule.title, ruleInWords(rule)])));
        for (const id of withdrawn) say(`${id} was withdrawn`);
        for (const { id, reason } of refused) say(`${id} is not in force: ${reason}`);
      }),
    );

  alerts
    .command('add')
    .description('make a rule, or another version of one')
    .argument('<rule.json>', 'a file with one rule')
    .requiredOption('--by <author>', 'who makes it', someText)
    .action((file: string, { by }: Made) =>
      runCommand(async (opening) => {
        const written = parsedJson(await textOf(file), file);
        const rule = parseRule(written, file);
        const { db } = await openDatabase(opening);
        const version = await storeRule(db.query, { id: rule.id, rule, author: by, at: systemClock() });
        say(`${rule.id}, version ${version}: ${ruleInWords(rule)}`);
        const canBeJudged = rule.condition.kind === 'event' || (await readStanding(db.query, rule)) !== undefined;
        if (!canBeJudged) say('nothing to judge it on yet');
      }),
    );

  alerts
    .command('rm')
    .description('withdraw a rule; what it told stays told')
    .argument('<rule>', 'its id')
    .requiredOption('--by <author>', 'who withdraws it', someText)
    .action((id: string, { by }: Made) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const given = await givenRules(opening.settings);
        const made = await newestRules(db.query);
        const isGiven = given.some((rule) => rule.id === id);
        const last = made.find((rule) => rule.id === id);
        if (last?.rule === null || (last === undefined && !isGiven))
          throw unknownRule(id, await rulesInForce(db.query, given));
        await storeRule(db.query, { id, rule: null, author: by, at: systemClock() });
        say(`${id} is withdrawn`);
      }),
    );
}
