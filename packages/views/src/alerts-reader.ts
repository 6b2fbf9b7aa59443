/** Every rule in words and where it stands now, what was told of late and how those messages went, and who asked for silence. */
import { type AlertRule, type AlertState, replay, ruleInWords, type Told } from '@bandgap/alerts';
import type { AlertSubject } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';
import {
  deliveriesAbout,
  eventByKey,
  mutesOf,
  newestTransitions,
  type Query,
  type StoredSilence,
  type StoredTransition,
  silencesAt,
  type TransitionDelivery,
} from '@bandgap/db';
import { type MadeRules, type RulesAsked, readMadeRules, rulesInForce } from './alerts-rules.ts';
import { readSamples } from './alerts-samples.ts';
import { eventWords } from './event-words.ts';

export interface Alerts {
  readonly rules: readonly RuleStanding[];
  /** Newest first. */
  readonly told: readonly ToldTransition[];
  /** In effect now. */
  readonly silences: readonly StoredSilence[];
  readonly refused: MadeRules['refused'];
}

export interface RuleStanding {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly subject: AlertSubject;
  /** Absent for rules about events, which have no state. */
  readonly standing?: Standing;
}

/** The newest sample of a rule, and where it left it. */
export interface Standing {
  readonly state: AlertState['kind'];
  readonly told: Told;
  /** When the state began; null for ok. */
  readonly since: Instant | null;
  readonly asOf: Instant;
  readonly value: number | null;
  readonly reference: number;
  readonly unit: string | null;
}

export interface ToldTransition extends StoredTransition {
  /** The silence that kept it from people. */
  readonly mutedBy: number | null;
  readonly deliveries: readonly TransitionDelivery[];
  /** The event that was told, in one sentence; null where a state was. */
  readonly event: string | null;
}

export interface AlertsAsked extends RulesAsked {
  readonly newest?: number;
}

export async function readAlerts(query: Query, { now, rules, newest = 50 }: AlertsAsked): Promise<Alerts> {
  const inForce = await rulesInForce(query, rules);
  const standings = await Promise.all(inForce.map((rule) => readRule(query, rule)));
  const [transitions, silences, { refused }] = await Promise.all([
    newestTransitions(query, newest),
    silencesAt(query, now),
    readMadeRules(query),
  ]);
  return { rules: standings.flat(), told: await withDeliveries(query, transitions), silences, refused };
}

/** Where a rule stands; undefined while there is nothing to judge it on. */
export async function readStanding(query: Query, rule: AlertRule): Promise<Standing | undefined> {
  const last = replay(rule, await readSamples(query, rule, 'newest')).at(-1);
  if (last === undefined) return undefined;
  const { state, told, sample } = last;
  const { asOf, value, reference, unit } = sample;
  const since = state.kind === 'ok' ? null : state.since;
  return { state: state.kind, told, since, asOf, value, reference, unit };
}

/** A rule about one source that nobody asks is left out. */
async function readRule(query: Query, rule: AlertRule): Promise<readonly RuleStanding[]> {
  const { id, title, subject } = rule;
  const standing = await readStanding(query, rule);
  if (standing === undefined && subject.kind === 'source') return [];
  return [{ id, title, words: ruleInWords(rule), subject, ...(standing === undefined ? {} : { standing }) }];
}

/** With how their messages went. */
export async function withDeliveries(
  query: Query,
  transitions: readonly StoredTransition[],
): Promise<readonly ToldTransition[]> {
  const ids = transitions.map(({ id }) => id);
  const [mutes, deliveries] = [await mutesOf(query, ids), await deliveriesAbout(query, ids)];
  const told = await Promise.all(transitions.map(({ eventKey }) => eventKey && eventByKey(query, eventKey)));
  return transitions.map((transition, index) => ({
    ...transition,
    event: told[index] ? eventWords(told[index]) : null,
    mutedBy: mutes.get(transition.id) ?? null,
    deliveries: deliveries.filter(({ transitionId }) => transitionId === transition.id),
  }));
}
