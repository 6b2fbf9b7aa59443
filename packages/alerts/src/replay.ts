/** The state of a rule after every sample, and what people are told on the way: a fold, so that nothing has to be remembered. */
import type { AlertRule } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';
import { type AlertState, initialState, settled, type Told, toldOf } from './alert-state.ts';
import { isStrong, type Sample } from './sample.ts';
import { stepAlert } from './step-alert.ts';

export interface Change {
  readonly kind: 'transition' | 'reminder';
  readonly from: AlertState['kind'];
  readonly to: Told;
  readonly sample: Sample;
  readonly strong: boolean;
  /** When the state that ends, or that lasts, began; for a firing, when the price went under. */
  readonly since: Instant;
}

export interface Replayed {
  readonly sample: Sample;
  readonly state: AlertState;
  readonly told: Told;
  readonly change?: Change;
}

/** Samples oldest first. One that is not newer than its predecessor is ignored, so each counts once. */
export function replay(rule: AlertRule, samples: readonly Sample[]): readonly Replayed[] {
  const steps: Replayed[] = [];
  let before = initialState;
  for (const sample of samples) {
    const last = steps.at(-1);
    if (last !== undefined && sample.asOf <= last.sample.asOf) continue;
    const state = stepAlert(rule, before, sample);
    const change = changeBetween(rule, before, { state, sample });
    steps.push({ sample, state, told: toldOf(rule, state), ...(change === undefined ? {} : { change }) });
    before = state;
  }
  return steps;
}

function changeBetween(
  rule: AlertRule,
  before: AlertState,
  { state, sample }: Pick<Replayed, 'state' | 'sample'>,
): Change | undefined {
  const [was, to] = [toldOf(rule, before), toldOf(rule, state)];
  if (was !== to) {
    const from = was === 'no_data' ? was : settled(before).kind;
    const strong = to === 'firing' && isStrong(rule, sample);
    return { kind: 'transition', from, to, sample, strong, since: beganAt({ before, was, state }) ?? sample.asOf };
  }
  if (state.kind !== 'firing' || state.toldAt !== sample.asOf) return undefined;
  return { kind: 'reminder', from: 'firing', to, sample, strong: isStrong(rule, sample), since: state.since };
}

interface Turn {
  readonly before: AlertState;
  readonly was: Told;
  readonly state: AlertState;
}

function beganAt({ before, was, state }: Turn): Instant | undefined {
  if (state.kind === 'no_data') return state.since;
  if (state.kind === 'firing' && was === 'ok') return state.under;
  const ended = was === 'no_data' ? before : settled(before);
  return ended.kind === 'ok' ? undefined : ended.since;
}
