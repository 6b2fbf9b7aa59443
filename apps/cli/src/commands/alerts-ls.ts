/** `bandgap alerts ls`: where every rule stands, what was told of late and to whom, and what is silenced. */
import { systemClock } from '@bandgap/core';
import { type Alerts, type RuleStanding, readAlerts, type ToldTransition } from '@bandgap/views';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { against } from './alerts-figures.ts';
import { givenRules } from './alerts-given.ts';

export function registerAlertsLs(alerts: Command): void {
  alerts
    .command('ls')
    .description('where every rule stands, what was told of late, and what is silenced')
    .option('--json', 'print JSON')
    .action(({ json }: { readonly json?: true }) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const rules = await givenRules(opening.settings);
        const read = await readAlerts(db.query, { rules, now: systemClock() });
        if (json) sayJson(read);
        else for (const part of parts(read)) say(part);
      }),
    );
}

const parts = ({ rules, told, silences, refused }: Alerts): readonly string[] => [
  columns(rules.map(standingLine)),
  ...(told.length === 0 ? [] : ['\ntold of late, newest first', columns(told.slice(0, 20).map(toldLine))]),
  ...(silences.length === 0
    ? []
    : [
        '\nsilenced',
        columns(
          silences.map(({ id, ruleId, transitionId, author, until, reason }) => [
            `  ${id}`,
            ruleId === '*' ? 'every rule' : ruleId,
            transitionId === null ? 'silenced' : 'acknowledged',
            `by ${author}`,
            until === null ? 'while it fires' : `until ${until.slice(0, 16)}`,
            reason,
          ]),
        ),
      ]),
  ...refused.map(({ id, reason }) => `\nrule ${id} is not in force: ${reason}`),
];

function standingLine({ id, words, subject, standing }: RuleStanding): readonly string[] {
  if (standing === undefined)
    return [id, subject.kind === 'events' ? 'follows events' : 'nothing to judge yet', '', words];
  const { state, since, asOf } = standing;
  const sinceWhen = since === null ? '' : ` since ${since.slice(0, 10)}`;
  return [id, `${state.replace('_', ' ')}${sinceWhen}`, `${against(standing)} on ${asOf.slice(0, 10)}`, words];
}

function toldLine({ ruleId, asOf, kind, to, event, mutedBy, deliveries, ...told }: ToldTransition) {
  const sent = deliveries.map(({ channel, deliveredAt, givenUpAt, attempts }) => {
    if (deliveredAt !== null) return `${channel}: delivered`;
    return givenUpAt === null ? `${channel}: waiting after ${attempts} attempts` : `${channel}: given up`;
  });
  return [
    `  ${asOf.slice(0, 10)}`,
    ruleId,
    event === null ? (kind === 'transition' ? to : `${kind}: ${to}`) : 'event',
    event ?? against(told),
    mutedBy === null ? sent.join(', ') || 'told nobody' : `muted by silence ${mutedBy}`,
  ];
}
