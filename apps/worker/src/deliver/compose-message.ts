/** A message from what there is to tell: what crossed what, by how much, since when, measured how, and where to look further. */
import type { AlertCondition, AlertReference } from '@bandgap/catalog';
import { dayOf } from '@bandgap/core';
import type { StoredRun } from '@bandgap/db';
import { IndexOutput } from '@bandgap/views';
import type { AlertMessage, Fact, Link, Mood } from './alert-message.ts';
import { eventNews } from './event-words.ts';
import { change, duration, figure, inputFigure, signed } from './figures.ts';
import type { FloorDrivers } from './floor-drivers.ts';
import { messageEvent } from './message-event.ts';
import { inputName, referenceDefinition, subjectDefinition } from './rule-words.ts';
import { eventPage, pictureOf, subjectPage } from './subject-page.ts';
import type { Told } from './told.ts';
import { beganAt, isPrice, transitionWords } from './transition-words.ts';
import { disarmed } from './words.ts';

export function composeMessage(told: Told): AlertMessage {
  const { id, sentAt, transition, rule, event, picture } = told;
  const { title, summary } = event === undefined ? transitionWords(rule, transition) : eventNews(event);
  const links = linksOf(told);
  return {
    id,
    sentAt,
    mood: moodOf(told),
    title: disarmed(title),
    summary: disarmed(summary),
    facts: factsOf(told).map(({ label, value }) => ({ label, value: disarmed(value) })),
    links,
    ...(picture === undefined ? {} : { picture }),
    event: messageEvent(told, { title, summary, links }),
  };
}

function moodOf({ transition: { kind, to }, event }: Told): Mood {
  if (event !== undefined || kind === 'revised') return 'notice';
  if (to === 'firing') return 'alarm';
  return to === 'ok' ? 'relief' : 'notice';
}

function factsOf(told: Told): readonly Fact[] {
  const { transition, rule, run, previous, drivers, event } = told;
  const { asOf, to, unit, strong } = transition;
  const since = beganAt(rule, transition);
  const value = isPrice(transition) ? transition.value : null;
  const reference = isPrice(transition) ? transition.reference : null;
  const unitText = unit === null ? '' : ` ${unit}`;
  const facts: readonly (Fact | undefined)[] = [
    value === null ? undefined : fact('Now', `${figure(value, reference)}${unitText} on ${dayOf(asOf)}${band(run)}`),
    beforeIt(told, value, previous),
    reference === null
      ? undefined
      : fact(referenceLabel(rule?.condition), `${figure(reference, value)}${unitText}${figuresOf(told)}`),
    value === null || reference === null || reference === 0
      ? undefined
      : fact(
          'Difference',
          `${signed(value - reference)}${unitText}, ${change(value / reference - 1)}${strong ? '; so whichever single source is left out' : ''}`,
        ),
    termFactor(rule?.condition),
    since === null
      ? undefined
      : to === 'ok'
        ? fact('Lasted', `${duration(since, asOf)}, from ${dayOf(since)} to ${dayOf(asOf)}`)
        : fact('Since', dayOf(since)),
    rule === undefined ? undefined : fact('Measured by', subjectDefinition(rule.subject)),
    drivers && fact(driversLabel(drivers), driversText(drivers)),
    event && fact('On', dayOf(event.asOf)),
    event && fact('According to', event.source),
    fact('Rule', rule === undefined ? transition.ruleId : `${rule.title} (${transition.ruleId})`),
  ];
  return facts.filter((each) => each !== undefined);
}

const fact = (label: string, value: string | undefined): Fact | undefined =>
  value === undefined ? undefined : { label, value };

/** How sure an index is of its value. */
function band(run: StoredRun | undefined): string {
  if (run?.model !== 'rental-index') return '';
  const { low, high, n, confidence } = IndexOutput.parse(run.output);
  const range = low === null || high === null ? '' : `, ${figure(low)} to ${figure(high)} with any one source left out`;
  return `, ${n} owners, confidence ${confidence}${range}`;
}

function beforeIt({ run }: Told, value: number | null, previous: StoredRun | undefined): Fact | undefined {
  if (previous?.model !== 'rental-index' || run === undefined) return undefined;
  const { pricePerGpuHour: before } = IndexOutput.parse(previous.output);
  const since = dayOf(previous.asOf);
  if (before === null) return fact('Before', `no value on ${since}`);
  const by = value === null ? '' : ` (${change(value / before - 1)} since)`;
  return fact('Before', `${figure(before, value)} on ${since}${by}`);
}

const comparedWith = (condition: AlertCondition | undefined): AlertReference | undefined =>
  condition?.kind === 'crosses' || condition?.kind === 'headroom' ? condition.reference : undefined;

function referenceLabel(condition: AlertCondition | undefined): string {
  if (condition?.kind === 'moves') return `${condition.withinDays} days before`;
  const reference = comparedWith(condition);
  return reference?.kind === 'floor' ? 'Floor' : reference?.kind === 'ceiling' ? 'Ceiling' : 'Held against';
}

function figuresOf({ rule, reference }: Told): string {
  const against = comparedWith(rule?.condition);
  const definition = against && referenceDefinition(against);
  const dated = reference === undefined ? '' : ` (figures of ${dayOf(reference.asOf)})`;
  return definition === undefined ? dated : `: ${definition}${dated}`;
}

function termFactor(condition: AlertCondition | undefined): Fact | undefined {
  if (condition?.kind !== 'crosses' && condition?.kind !== 'headroom') return undefined;
  const { termFactor: factor } = condition;
  return factor && fact('Other terms', `multiplied by ${factor.value}: ${factor.label}`);
}

const driversLabel = (drivers: FloorDrivers): string =>
  drivers.kind === 'moved' ? `What moved the floor since ${dayOf(drivers.since)}` : 'Floor depends most on';

const driversText = ({ drivers }: FloorDrivers): string =>
  drivers
    .map(
      ({ input, from, to, floorFrom, floorTo }) =>
        `${inputName(input)} ${inputFigure(from)} to ${inputFigure(to)}: floor ${figure(floorFrom)} to ${figure(floorTo)}`,
    )
    .join('; ');

/** Links are the only addresses in a message; none comes from a source. */
function linksOf({ publicUrl, transition, rule, run, reference, event, picture }: Told): readonly Link[] {
  const shown = event === undefined ? rule && subjectPage(rule.subject) : eventPage(event);
  return [
    { label: shown === undefined ? 'Dashboard' : 'Chart', url: `${publicUrl}${shown ?? '/'}` },
    ...(picture === undefined || shown === undefined
      ? []
      : [{ label: 'Chart as PNG', url: `${publicUrl}${pictureOf(shown, run)}` }]),
    ...(run === undefined ? [] : [{ label: 'Receipt of the value', url: receiptUrl(publicUrl, run) }]),
    ...(reference === undefined
      ? []
      : [{ label: 'Receipt of what it is held against', url: receiptUrl(publicUrl, reference) }]),
    { label: 'Rule', url: `${publicUrl}/alerts/${transition.ruleId}` },
  ];
}

const receiptUrl = (publicUrl: string, { receipt }: StoredRun): string =>
  `${publicUrl}/receipt/${receipt.slice(0, 12)}`;
