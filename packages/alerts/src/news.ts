/** What there is to write down: where a replay of today says otherwise than what was told. What was told stays told. */
import type { AlertRule } from '@bandgap/catalog';
import { canonicalJson, type Instant, sha256 } from '@bandgap/core';
import type { Change, Replayed } from './replay.ts';
import type { Sample } from './sample.ts';

/** Something that was told before. The highest revision about an instant is what holds of it; reminders claim nothing. */
export interface ToldBefore {
  readonly asOf: Instant;
  readonly to: string;
  readonly kind: 'transition' | 'reminder' | 'revised';
  readonly revision: number;
}

export interface News extends Omit<Change, 'kind'> {
  readonly kind: ToldBefore['kind'];
  readonly revision: number;
  /** Written down and told to nobody. */
  readonly quiet: boolean;
}

export interface Watch {
  /** From when on people are told. */
  readonly since: Instant;
  /** The rule is judged for the first time. */
  readonly isNew: boolean;
}

/** What makes a rule another rule: changing a title or a channel does not. */
export const definitionOf = ({ subject, condition, firesAfter, clearsAfter, hysteresis, noDataAfter }: AlertRule) =>
  sha256(canonicalJson({ subject, condition, firesAfter, clearsAfter, hysteresis, noDataAfter }));

interface Judged {
  readonly rule: AlertRule;
  readonly steps: readonly Replayed[];
  readonly before: readonly ToldBefore[];
  readonly watch: Watch;
}

export function newsOf(judged: Judged): readonly News[] {
  const words = [...corrections(judged), ...crossings(judged)];
  return [...words, ...reminders(judged, words)].sort((a, b) => (a.sample.asOf < b.sample.asOf ? -1 : 1));
}

/** What was told of an instant and is no longer so. */
function corrections({ rule, steps, before, watch }: Judged): readonly News[] {
  return claims(before).flatMap((claim) => {
    const step = steps.findLast(({ sample }) => sample.asOf <= claim.asOf);
    if (step === undefined || step.told === claim.to) return [];
    const { sample, told: to, change } = step;
    const since = change?.since ?? claim.asOf;
    const at: Sample = { ...sample, asOf: claim.asOf };
    const from = claim.to === 'firing' ? 'firing' : claim.to === 'no_data' ? 'no_data' : 'ok';
    const news = { from, to, sample: at, since, strong: change?.strong ?? false } as const;
    const revision = nextRevision(before, claim.asOf);
    return [{ ...news, kind: 'revised', revision, quiet: isQuiet(rule, watch, news) }];
  });
}

/** Changes nobody was told of. One that lies before what was judged already is the work of data that came late. */
function crossings({ rule, steps, before, watch }: Judged): readonly News[] {
  const known = new Set(claims(before).map(({ asOf }) => asOf));
  const newest = steps.at(-1)?.sample.asOf ?? '';
  const changes = steps.flatMap(({ change }) => (change?.kind === 'transition' ? [change] : []));
  const stands = changes.at(-1);
  return changes
    .filter(({ sample }) => !known.has(sample.asOf))
    .map((change) => {
      const { asOf, runId } = change.sample;
      const isLate = runId !== null && asOf < newest && asOf >= watch.since;
      const isStart = change === stands && watch.isNew && rule.fireOnStart && change.to === 'firing';
      const heldFromStart = change.sample === steps[0]?.sample;
      const quiet = !isStart && (heldFromStart || isQuiet(rule, watch, change));
      return { ...change, kind: isLate ? 'revised' : 'transition', revision: nextRevision(before, asOf), quiet };
    });
}

/** Only of the newest sample: nobody is reminded of the past, nor of what was just said. */
function reminders({ rule, steps, before, watch }: Judged, words: readonly News[]): readonly News[] {
  const change = steps.at(-1)?.change;
  if (change?.kind !== 'reminder') return [];
  const { asOf } = change.sample;
  const isSaid = before.some((told) => told.asOf === asOf && told.to === change.to);
  if (isSaid || words.some(({ sample }) => sample.asOf === asOf)) return [];
  return [{ ...change, kind: 'reminder', revision: nextRevision(before, asOf), quiet: isQuiet(rule, watch, change) }];
}

/** That a price no longer differs from last week's is no news. */
const isQuiet = ({ condition }: AlertRule, { since }: Watch, { sample, to }: Pick<Change, 'sample' | 'to'>): boolean =>
  sample.asOf < since || (condition.kind === 'moves' && to === 'ok');

function claims(before: readonly ToldBefore[]): readonly ToldBefore[] {
  const held = new Map<Instant, ToldBefore>();
  for (const told of before) {
    const known = held.get(told.asOf);
    if (told.kind !== 'reminder' && (known === undefined || known.revision < told.revision)) held.set(told.asOf, told);
  }
  return [...held.values()];
}

const nextRevision = (before: readonly ToldBefore[], asOf: Instant): number =>
  1 + Math.max(0, ...before.filter((told) => told.asOf === asOf).map(({ revision }) => revision));
