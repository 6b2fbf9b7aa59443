/** `bandgap alerts replay`: every date a rule would have told something, on the figures as they were first known. */
import { writeFileSync } from 'node:fs';
import { type AlertRule, concerns, type Replayed, replay, ruleInWords, ruleOf } from '@bandgap/alerts';
import { priceHistoryChart } from '@bandgap/charts';
import { dayOf, type Instant, systemClock, UsageError } from '@bandgap/core';
import { events, type Query } from '@bandgap/db';
import { pngOf } from '@bandgap/png';
import { alertChart, readSamples, rulesInForce } from '@bandgap/views';
import type { Command } from 'commander';
import { z } from 'zod';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { against } from './alerts-figures.ts';
import { givenRules, unknownRule } from './alerts-given.ts';
import { instantFrom } from './alerts-when.ts';
import { readOptions } from './model-options.ts';

const options = z.object({
  since: z.string().default('2y'),
  chart: z
    .string()
    .regex(/\.(svg|png)$/, 'a file name that ends in .svg or .png')
    .optional(),
  json: z.boolean().default(false),
});

export function registerAlertsReplay(alerts: Command): void {
  alerts
    .command('replay')
    .description('every date a rule would have told something, on the figures as they were first known')
    .argument('<rule>', 'its id')
    .option('--since <when>', 'how far back, such as 2y, 30d or 2026-01-01', '2y')
    .option('--chart <file>', 'where to draw it, such as replay.svg or replay.png')
    .option('--json', 'print JSON')
    .action((id: string, given: Record<string, unknown>) =>
      runCommand(async (opening) => {
        const { since, chart, json } = readOptions(options, given);
        const { db } = await openDatabase(opening);
        const rules = await rulesInForce(db.query, await givenRules(opening.settings));
        const rule = ruleOf(rules, id);
        if (rule === undefined) throw unknownRule(id, rules);
        const from = instantFrom(since, systemClock(), -1);
        const steps = replay(rule, await readSamples(db.query, rule, 'first'));
        const seen = steps.filter(({ sample }) => sample.asOf >= from);
        const told = [...changesIn(seen), ...(await eventsTold(db.query, rule, from))];
        if (json) sayJson({ rule, samples: seen.length, told });
        else for (const line of report(rule, seen, told)) say(line);
        if (chart !== undefined) draw(rule, seen, chart);
      }),
    );
}

interface ToldOn {
  readonly asOf: Instant;
  readonly what: string;
  readonly value: number | null;
  readonly reference: number | null;
  readonly unit: string | null;
  readonly strong: boolean;
  readonly since: Instant | null;
}

const changesIn = (steps: readonly Replayed[]): readonly ToldOn[] =>
  steps.flatMap(({ change }) => {
    if (change === undefined) return [];
    const { kind, to, sample, strong, since } = change;
    const { asOf, value, reference, unit } = sample;
    const what = kind === 'reminder' ? 'still fires' : { firing: 'fires', ok: 'clears', no_data: 'has no data' }[to];
    return [{ asOf, what, value, reference, unit, strong, since }];
  });

async function eventsTold(query: Query, rule: AlertRule, since: Instant): Promise<readonly ToldOn[]> {
  if (rule.condition.kind !== 'event') return [];
  const found = await events(query, { since, kinds: rule.condition.events, limit: 10_000 });
  return found
    .filter((event) => concerns(rule, event))
    .map(({ asOf, kind, subject }) => ({
      asOf,
      what: `${kind.replaceAll('_', ' ')}: ${subject}`,
      value: null,
      reference: null,
      unit: null,
      strong: false,
      since: null,
    }))
    .reverse();
}

function report(rule: AlertRule, steps: readonly Replayed[], told: readonly ToldOn[]): readonly string[] {
  const [first, last] = [steps.at(0)?.sample.asOf, steps.at(-1)?.sample.asOf];
  const seen =
    first === undefined || last === undefined
      ? ''
      : `, ${steps.length} samples from ${dayOf(first)} to ${dayOf(last)}, each as it was first known`;
  const head = `${ruleInWords(rule)}${seen}`;
  if (told.length === 0) return [head, 'nothing would have been told'];
  return [head, columns(told.map(toldLine))];
}

const toldLine = ({ asOf, what, strong, since, ...found }: ToldOn): readonly string[] => [
  dayOf(asOf),
  `${what}${strong ? ', strong' : ''}`,
  against(found),
  since === null || dayOf(since) === dayOf(asOf) ? '' : `since ${dayOf(since)}`,
];

function draw(rule: AlertRule, steps: readonly Replayed[], file: string): void {
  const chart = alertChart(rule, steps);
  if (chart === undefined)
    throw new UsageError(`--chart: expected a rule with samples, ${rule.id} has none in this time`);
  const svg = priceHistoryChart(chart);
  writeFileSync(file, file.endsWith('.png') ? pngOf(svg) : svg);
}
