/** One rule over all that is stored: what it would have told on the figures as they were first known, what it told, and to whom. */
import {
  type AlertRule,
  type Change,
  concerns,
  isMeant,
  type Replayed,
  replay,
  ruleInWords,
  ruleOf,
} from '@bandgap/alerts';
import type { PriceHistory } from '@bandgap/charts';
import type { Instant } from '@bandgap/core';
import { type Query, type StoredSilence, silencesAt, transitionsOf } from '@bandgap/db';
import { areAllPublishable } from '@bandgap/receipts';
import { alertChart } from './alert-chart.ts';
import { type RuleStanding, readStanding, type ToldTransition, withDeliveries } from './alerts-reader.ts';
import { type RulesAsked, rulesInForce } from './alerts-rules.ts';
import { readSamples } from './alerts-samples.ts';
import { type EventView, readEvents } from './events-reader.ts';

export interface AlertHistory extends RuleStanding {
  /** What the rule was judged on; null where there was nothing. */
  readonly judged: { readonly samples: number; readonly first: Instant; readonly last: Instant } | null;
  /** Every change it would have told, oldest first. */
  readonly wouldTell: readonly Change[];
  /** The events a rule about events would have told, newest first. */
  readonly events: readonly EventView[];
  /** What it did tell, newest first. */
  readonly toldBefore: readonly ToldTransition[];
  /** In effect now. */
  readonly silences: readonly StoredSilence[];
  /** Absent where what is watched is no price. */
  readonly chart?: PriceHistory;
  readonly publishable: boolean;
}

const mostEvents = 500;

/** Undefined for a rule that is not in force. */
export async function readAlertHistory(
  query: Query,
  id: string,
  { now, rules }: RulesAsked,
): Promise<AlertHistory | undefined> {
  const rule = ruleOf(await rulesInForce(query, rules), id);
  if (rule === undefined) return undefined;
  const [samples, standing, told, silences, events] = await Promise.all([
    readSamples(query, rule, 'first'),
    readStanding(query, rule),
    transitionsOf(query, id),
    silencesAt(query, now),
    readEventsOf(query, rule),
  ]);
  const steps = replay(rule, samples);
  const chart = alertChart(rule, steps);
  return {
    id,
    title: rule.title,
    words: ruleInWords(rule),
    subject: rule.subject,
    judged: judgedOn(steps),
    wouldTell: steps.flatMap(({ change }) => change ?? []),
    events,
    toldBefore: await withDeliveries(query, told.toReversed()),
    silences: silences.filter(({ ruleId }) => isMeant(ruleId, id)),
    publishable: await areAllPublishable(
      query,
      samples.flatMap(({ runId }) => runId ?? []),
    ),
    ...(standing === undefined ? {} : { standing }),
    ...(chart?.unit.startsWith('USD') ? { chart } : {}),
  };
}

async function readEventsOf(query: Query, rule: AlertRule): Promise<readonly EventView[]> {
  if (rule.condition.kind !== 'event') return [];
  const found = await readEvents(query, { kinds: rule.condition.events, limit: mostEvents });
  return found.filter((event) => concerns(rule, event));
}

function judgedOn(steps: readonly Replayed[]): AlertHistory['judged'] {
  const [first, last] = [steps.at(0)?.sample.asOf, steps.at(-1)?.sample.asOf];
  return first === undefined || last === undefined ? null : { samples: steps.length, first, last };
}
