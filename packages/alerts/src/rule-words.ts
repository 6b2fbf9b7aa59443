/** A rule in words. */
import type { AlertCondition, AlertReference, AlertRule, AlertSubject, TermFactor } from '@bandgap/catalog';
import { pricedReference, pricedSubject } from './priced-subject.ts';

export const ruleInWords = ({ subject, condition }: Pick<AlertRule, 'subject' | 'condition'>): string =>
  `${subjectInWords(subject)} ${conditionInWords(condition)}`;

export function subjectInWords(subject: AlertSubject): string {
  switch (subject.kind) {
    case 'source':
      return subject.id === '*' ? 'any source' : `source ${subject.id}`;
    case 'events':
      return subject.of === undefined ? 'any model' : `any of ${subject.of.join(', ')}`;
    default:
      return pricedSubject(subject).label;
  }
}

function conditionInWords(condition: AlertCondition): string {
  switch (condition.kind) {
    case 'crosses':
      return `goes ${condition.direction} ${referenceInWords(condition.reference, condition.termFactor)}`;
    case 'headroom': {
      const side = condition.reference.kind === 'ceiling' ? 'below' : 'above';
      const reference = referenceInWords(condition.reference, condition.termFactor);
      return `is less than ${condition.underPercent} % ${side} ${reference}`;
    }
    case 'moves': {
      const verb = { up: 'rises', down: 'falls', either: 'moves' }[condition.direction ?? 'either'];
      return `${verb} by ${condition.byPercent} % within ${condition.withinDays} days`;
    }
    case 'stale':
      return condition.afterMinutes === undefined
        ? 'has had nothing to say for longer than it may'
        : `has had nothing to say for ${condition.afterMinutes} minutes`;
    case 'disagrees':
      return `is quoted ${condition.byPercent} % apart by two sources for one seller`;
    case 'event':
      return `has an event: ${condition.events.map((event) => event.replaceAll('_', ' ')).join(', ')}`;
  }
}

export function referenceInWords(reference: AlertReference, termFactor?: TermFactor): string {
  const times = termFactor === undefined ? '' : ` times ${termFactor.value} (${termFactor.label})`;
  if (reference.kind !== 'constant') return `the ${pricedReference(reference)?.label}${times}`;
  return `${reference.label === undefined ? '' : `${reference.label}, `}${reference.value} ${reference.unit}${times}`;
}
