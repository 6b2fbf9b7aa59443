/** A message for programs: a CloudEvent with every figure, its unit, its dates and its receipt. */
import { canonicalJson } from '@bandgap/core';
import type { StoredRun } from '@bandgap/db';
import { IndexOutput } from '@bandgap/views';
import type { Link } from './alert-message.ts';
import { subjectDefinition } from './rule-words.ts';
import type { Told } from './told.ts';

interface Words {
  readonly title: string;
  readonly summary: string;
  readonly links: readonly Link[];
}

export function messageEvent(told: Told, { title, summary, links }: Words): string {
  const { id, transition, rule, run, reference, previous, drivers, event } = told;
  const { ruleId, asOf, from, to, kind, value, reference: referenceValue, unit, strong, since } = transition;
  return canonicalJson({
    specversion: '1.0',
    id,
    source: '/bandgap/alerts',
    type: `bandgap.alert.${kind === 'transition' ? to : kind}`,
    time: run?.knownAt ?? event?.recordedAt ?? asOf,
    subject: ruleId,
    datacontenttype: 'application/json',
    data: {
      title,
      summary,
      rule:
        rule === undefined
          ? { id: ruleId }
          : { id: ruleId, title: rule.title, subject: rule.subject, condition: rule.condition },
      kind,
      from,
      to,
      asOf,
      since,
      value,
      reference: referenceValue,
      difference: difference(value, referenceValue),
      unit,
      strong,
      ...(rule === undefined ? {} : { definition: subjectDefinition(rule.subject) }),
      ...(run === undefined ? {} : { run: { ...named(run), ...indexFigures(run) } }),
      ...(reference === undefined ? {} : { referenceRun: named(reference) }),
      ...(previous === undefined ? {} : { previousRun: { ...named(previous), ...indexFigures(previous) } }),
      ...(drivers === undefined ? {} : { drivers }),
      ...(event === undefined
        ? {}
        : { event: { key: event.key, kind: event.kind, source: event.source, ...event.event } }),
      links: links.map(({ label, url }) => ({ label, url })),
    },
  });
}

const difference = (value: number | null, reference: number | null) =>
  value === null || reference === null
    ? null
    : { absolute: value - reference, relative: reference === 0 ? null : value / reference - 1 };

/** The value of an index, and how sure it is of it. */
function indexFigures({ model, output }: StoredRun) {
  if (model !== 'rental-index') return {};
  const { pricePerGpuHour: value, low, high, n, confidence } = IndexOutput.parse(output);
  return { value, low, high, n, confidence };
}

const named = ({ model, subject, asOf, knownAt, receipt, revision }: StoredRun) => ({
  model,
  subject,
  asOf,
  knownAt,
  receipt,
  revision,
});
