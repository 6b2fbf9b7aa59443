/** A rule that changed state, as a title and one sentence. */
import type { AlertCondition, AlertRule } from '@bandgap/catalog';
import { addMinutes, dayOf, type Instant } from '@bandgap/core';
import type { StoredTransition } from '@bandgap/db';
import { change, duration, figure } from './figures.ts';
import { referenceName, subjectName } from './rule-words.ts';

export interface News {
  readonly title: string;
  readonly summary: string;
}

/** `what` is true while the rule fires; each is a predicate of the subject, with the figures or without. */
interface Predicate {
  readonly what: string;
  readonly withFigures: string;
  readonly noLonger: string;
}

export function transitionWords(rule: AlertRule | undefined, transition: StoredTransition): News {
  const { asOf, to, kind } = transition;
  const since = beganAt(rule, transition);
  const subject = rule === undefined ? `Rule ${transition.ruleId}` : subjectName(rule.subject);
  const { what, withFigures, noLonger } = predicate(rule?.condition, transition);
  const day = dayOf(since ?? asOf);
  const lasted = since === null || since === asOf ? '' : ` after ${duration(since, asOf)}, since ${day}`;
  if (kind === 'revised')
    return {
      title: `Correction: ${subject} ${to === 'firing' ? what : noLonger}`,
      summary: `Late or corrected data change what was told of ${dayOf(asOf)}: ${subject} ${to === 'firing' ? withFigures : `${noLonger}${figuresOf(transition)}`}. What was sent before stays as it was sent.`,
    };
  switch (to) {
    case 'firing': {
      const still = kind === 'reminder' ? 'Still: ' : '';
      return { title: `${still}${subject} ${what}`, summary: `${still}${subject} ${withFigures} since ${day}` };
    }
    case 'no_data':
      return {
        title: `${subject} has no value`,
        summary: `${subject} has had no value since ${day}; until there is one, the rule says nothing`,
      };
    default:
      return {
        title: `${subject} ${noLonger}`,
        summary: `${subject} ${noLonger}${figuresOf(transition)}${lasted}`,
      };
  }
}

/** What a source or a difference between sources is measured in is said in other words. */
export const isPrice = ({ unit }: StoredTransition): boolean => unit !== null && unit !== 'minutes';

const figuresOf = (transition: StoredTransition): string => {
  const { value, reference, unit } = transition;
  if (value === null || !isPrice(transition)) return '';
  const at = `: ${figure(value, reference)} ${unit}`;
  return reference === null ? at : `${at} against ${figure(reference, value)}`;
};

/** Since when what is told holds: a source has been silent from its last word on, not only since that was found too long. */
export function beganAt(rule: AlertRule | undefined, { asOf, to, since, value }: StoredTransition): Instant | null {
  if (rule?.condition.kind !== 'stale' || to !== 'firing' || value === null) return since;
  return addMinutes(asOf, -Math.round(value));
}

/** Minutes of silence, and those that are allowed. */
function forLongerThan(value: number | null, reference: number | null): string {
  if (value === null || reference === null) return '';
  return ` for ${minutes(value)}, over its limit of ${minutes(reference)},`;
}

const epoch = '1970-01-01T00:00:00.000Z';
const minutes = (count: number): string => duration(epoch, addMinutes(epoch, count));

function predicate(condition: AlertCondition | undefined, { value, reference, unit }: StoredTransition): Predicate {
  const at = value === null ? 'n/a' : figure(value, reference);
  const of = reference === null ? 'n/a' : figure(reference, value);
  const measured = unit === null ? '' : ` ${unit}`;
  const by = value === null || reference === null || reference === 0 ? undefined : value / reference - 1;
  const byText = by === undefined ? '' : ` (${change(by)})`;
  switch (condition?.kind) {
    case 'crosses': {
      const name = referenceName(condition.reference);
      const side = condition.direction;
      return {
        what: `is ${side} ${name}`,
        withFigures: `at ${at} is ${side} ${name} ${of}${measured}${byText}`,
        noLonger: `is no longer ${side} ${name}`,
      };
    }
    case 'headroom': {
      const name = referenceName(condition.reference);
      const room = `less than ${condition.underPercent} % from ${name}`;
      return {
        what: `is ${room}`,
        withFigures: `at ${at} is ${room} ${of}${measured}${byText}`,
        noLonger: `is no longer ${room}`,
      };
    }
    case 'moves': {
      const moved = `moved by ${by === undefined ? `${condition.byPercent} %` : change(by)} within ${condition.withinDays} days`;
      return {
        what: moved,
        withFigures: `${moved}, from ${of} to ${at}${measured},`,
        noLonger: `no longer differs by ${condition.byPercent} % from ${condition.withinDays} days before`,
      };
    }
    case 'stale':
      return {
        what: 'has had nothing to say for too long',
        withFigures: `has had nothing to say that could be believed${forLongerThan(value, reference)}`,
        noLonger: 'is heard again',
      };
    case 'disagrees':
      return {
        what: 'differs between sources',
        withFigures: `differs between sources by ${value === null ? `more than ${condition.byPercent} %` : change(value).replace('+', '')}`,
        noLonger: 'no longer differs between sources',
      };
    default:
      return { what: 'fires', withFigures: `fires: ${at} against ${of}${measured}`, noLonger: 'no longer fires' };
  }
}
