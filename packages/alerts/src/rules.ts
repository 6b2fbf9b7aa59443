/** Finding the rules that something concerns. */
import type { AlertRule, AlertSubject } from '@bandgap/catalog';
import { pricedReference, pricedSubject } from './priced-subject.ts';
import { referenceOf } from './samples.ts';

/** Whether what is said of a rule is said of this one too: of every rule, of itself, or of the rule it stands for at one source. */
export const isMeant = (named: string, ruleId: string): boolean =>
  named === '*' || named === ruleId || ruleId.startsWith(`${named}/`);

export const ruleOf = (rules: readonly AlertRule[], id: string): AlertRule | undefined =>
  rules.find((rule) => rule.id === id);

/** One rule per source where a rule is about every source. */
export const perSource = (rules: readonly AlertRule[], sourceIds: readonly string[]): readonly AlertRule[] =>
  rules.flatMap((rule) => {
    if (rule.subject.kind !== 'source' || rule.subject.id !== '*') return [rule];
    return sourceIds.map((id) => ({
      ...rule,
      id: `${rule.id}/${id}`,
      title: `${rule.title}: ${id}`,
      subject: { kind: 'source' as const, id },
    }));
  });

export interface ModelAnswer {
  readonly model: string;
  readonly subject: string;
}

/** The answers whose change a rule must be judged after. */
export function answersBehind(rule: AlertRule): readonly ModelAnswer[] {
  if (!isPriced(rule.subject)) return [];
  const reference = referenceOf(rule);
  const against = reference === undefined ? undefined : pricedReference(reference);
  return [pricedSubject(rule.subject), ...(against === undefined ? [] : [against])];
}

const isPriced = ({ kind }: AlertSubject): boolean => kind !== 'source' && kind !== 'events';

export interface Happening {
  readonly kind: string;
  readonly subject: string;
  /** Who says so. */
  readonly source: string;
}

/** Whether a rule about events wants to hear of this one. */
export function concerns({ subject, condition }: AlertRule, event: Happening): boolean {
  if (condition.kind !== 'event' || subject.kind !== 'events') return false;
  const kinds: readonly string[] = condition.events;
  const { of: ids = [''], from = [event.source] } = subject;
  return kinds.includes(event.kind) && from.includes(event.source) && ids.some((id) => event.subject.startsWith(id));
}
