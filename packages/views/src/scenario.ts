/** A scenario: a system at a date with some of its assumptions moved. Its address is a query string that says no more. */
import { publishedSet } from '@bandgap/catalog';
import { UsageError } from '@bandgap/core';
import { type Lever, type LeverId, leverIds, leversOf } from './scenario-levers.ts';
import { type ScenarioSubject, scenarioSubject } from './scenario-subject.ts';

export interface MovedLever extends Lever {
  /** In the unit of the lever. */
  readonly value: number;
}

export interface Scenario {
  readonly subject: ScenarioSubject;
  /** Empty unless somebody gave one. */
  readonly name: string;
  readonly levers: readonly MovedLever[];
}

export const longestScenarioName = 60;

/** Throws a UsageError that says what was expected, by the name in the query. */
export function scenarioFrom(query: Readonly<Record<string, string>>): Scenario {
  const subject = scenarioSubject(query.system || undefined, query.set || undefined);
  const name = (query.name ?? '').trim();
  if (name.length > longestScenarioName)
    throw new UsageError(`name: expected at most ${longestScenarioName} characters, was ${name.length}`);
  return { subject, name, levers: leversOf(subject).map((lever) => ({ ...lever, value: givenValue(lever, query) })) };
}

function givenValue(lever: Lever, query: Readonly<Record<string, string>>): number {
  const text = query[lever.id]?.trim().replaceAll(',', '') ?? '';
  if (text === '') return lever.exact;
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value === lever.initial) return lever.exact;
  if (value >= lever.min && value <= lever.max && isPeriodic(lever, value)) return value;
  const kind = lever.id === 'termYears' ? 'whole years' : lever.unit;
  throw new UsageError(`${lever.id}: expected ${lever.min} to ${lever.max} ${kind}, was ${JSON.stringify(text)}`);
}

/** Years are whole, because flows are yearly. */
const isPeriodic = ({ id }: Lever, value: number): boolean => id !== 'termYears' || Number.isInteger(value);

export const isMoved = ({ value, exact }: MovedLever): boolean => value !== exact;

/** The value as a model takes it; undefined where the subject has no such lever. */
export function leverValue({ levers }: Scenario, id: LeverId): number | undefined {
  const lever = levers.find((each) => each.id === id);
  return lever && (lever.isPercent ? lever.value / 100 : lever.value);
}

/** What differs from the published figures, in one order: equal scenarios have equal addresses. */
export function scenarioQuery({ subject, name, levers }: Scenario): string {
  const { project, set } = subject;
  const given = leverIds.flatMap((id) =>
    levers.filter((lever) => lever.id === id && isMoved(lever)).map(({ value }) => [id, String(value)] as const),
  );
  const about = [
    ...(name === '' ? [] : [['name', name] as const]),
    ...(project.system === 'vr-nvl72' ? [] : [['system', project.system] as const]),
    ...(set === publishedSet ? [] : [['set', set] as const]),
  ];
  return new URLSearchParams(Object.fromEntries([...about, ...given])).toString();
}

/** `published figures`, or what was moved in a few words: `System price 129,550 USD/GPU`. */
export function scenarioTitle({ name, levers }: Pick<Scenario, 'name' | 'levers'>): string {
  if (name !== '') return name;
  const moved = levers.filter(isMoved).map(({ label, value, unit }) => `${label} ${numberText(value)} ${unit}`);
  return moved.length === 0 ? 'Published figures' : moved.join(', ');
}

/** 132,257 and 0.0314: as many decimals as the size leaves room for. */
export const numberText = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 1000 ? 4 : 0 });
