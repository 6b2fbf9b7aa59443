/** Alert rules as somebody wrote them, in a file or a request: read, completed, and refused where they cannot be meant. */
import { refuseUnlike } from '@bandgap/alerts';
import { type AlertRule, alertEventKinds, channelNames, projectFigures, withPatience } from '@bandgap/catalog';
import { messageOf, UsageError, units } from '@bandgap/core';
import { sources } from '@bandgap/sources';
import { z } from 'zod';

const name = z.string().regex(/^(?=.*\S).{1,200}$/s, 'some text of at most 200 characters');
const above0 = z.number().positive();
const count = z.number().int().min(1);
const days = z.number().positive().max(3660);

/** Who may tell an event: a source, or the models that work one out of several. */
const tellers: readonly string[] = ['confirmed-price', 'blended-price', ...sources.map(({ id }) => id)];
const oneOf = (known: readonly string[]) =>
  z.string().refine((id) => known.includes(id), { error: `one of ${known.join(', ')}` });

const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('index'), id: name }),
  z.strictObject({
    kind: z.literal('token'),
    model: name,
    price: z.enum(['blended', 'input', 'output', 'cache_read']),
  }),
  z.strictObject({ kind: z.literal('memory'), id: name }),
  z.strictObject({ kind: z.literal('figure'), figure: z.enum(projectFigures), project: name }),
  z.strictObject({ kind: z.literal('source'), id: oneOf(['*', ...sources.map(({ id }) => id)]) }),
  z.strictObject({
    kind: z.literal('events'),
    of: z.array(name).min(1).exactOptional(),
    from: z.array(oneOf(tellers)).min(1).exactOptional(),
  }),
]);

const Reference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('floor'), floor: z.enum(['new_build', 'cash']), project: name }),
  z.strictObject({ kind: z.literal('ceiling'), ceiling: z.enum(['parity', 'conservative']), project: name }),
  z.strictObject({ kind: z.literal('constant'), value: above0, unit: z.enum(units), label: name.exactOptional() }),
  z.strictObject({ kind: z.literal('series'), subject: Subject }),
]);

const termFactor = z.strictObject({ value: above0, label: name }).exactOptional();

const Condition = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('crosses'),
    direction: z.enum(['below', 'above']),
    reference: Reference,
    termFactor,
  }),
  z.strictObject({ kind: z.literal('headroom'), underPercent: above0, reference: Reference, termFactor }),
  z.strictObject({
    kind: z.literal('moves'),
    byPercent: above0,
    withinDays: days.int(),
    direction: z.enum(['up', 'down']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('stale'), afterMinutes: count.max(5_270_400).exactOptional() }),
  z.strictObject({ kind: z.literal('disagrees'), byPercent: above0 }),
  z.strictObject({ kind: z.literal('event'), events: z.array(z.enum(alertEventKinds)).min(1) }),
]);

const Rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'at most 80 lower-case letters, digits, dots and dashes'),
  title: name,
  subject: Subject,
  condition: Condition,
  channels: z.array(z.enum(channelNames)).min(1).exactOptional(),
  firesAfter: count.exactOptional(),
  clearsAfter: count.exactOptional(),
  hysteresis: z.number().min(0).max(0.5).exactOptional(),
  noDataAfter: count.exactOptional(),
  remindEveryDays: days.exactOptional(),
  fireOnStart: z.boolean().exactOptional(),
});

/** Throws a UsageError that says of every member what was expected and what it was. */
export function parseRule(written: unknown, where = 'rule'): AlertRule {
  const parsed = Rule.safeParse(written);
  if (!parsed.success)
    throw new UsageError(parsed.error.issues.map((issue) => complaint(where, written, issue)).join('\n'));
  const rule = withPatience(parsed.data);
  try {
    refuseUnlike(rule);
  } catch (cause) {
    throw new UsageError(`${where}: ${messageOf(cause)}`, { cause });
  }
  return rule;
}

/** The rules of a file: a list, each id once. */
export function rulesIn(text: string, where: string): readonly AlertRule[] {
  const written = parsedJson(text, where);
  if (!Array.isArray(written)) throw new UsageError(`${where}: expected a list of rules, was ${shown(written)}`);
  const rules = written.map((each, position) => parseRule(each, `${where}[${position}]`));
  const twice = rules.find(({ id }, position) => rules.findIndex((other) => other.id === id) !== position);
  if (twice !== undefined) throw new UsageError(`${where}: expected each id once, was ${twice.id} twice`);
  return rules;
}

export function parsedJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${where}: expected JSON, could not read it: ${messageOf(cause)}`, { cause });
  }
}

type Issue = z.core.$ZodIssue;

function complaint(where: string, written: unknown, issue: Issue): string {
  const at = [where, ...issue.path.map(String)].join('.');
  return `${at}: expected ${expectation(issue)}, was ${shown(culprit(written, issue))}`;
}

function culprit(written: unknown, issue: Issue): unknown {
  const at = issue.path.reduce<unknown>(memberOf, written);
  if (issue.code !== 'unrecognized_keys') return at;
  return Object.fromEntries(issue.keys.map((key) => [key, memberOf(at, key)]));
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : `a value of type ${issue.expected}`;
    case 'unrecognized_keys':
      return `nothing called ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return `one of ${('options' in issue ? (issue.options ?? []) : []).map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

const memberOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'missing').slice(0, 80);
