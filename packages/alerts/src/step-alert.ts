/** One step of a rule: a state and a sample give the next state. The whole table is in states.md. */
import type { AlertRule } from '@bandgap/catalog';
import { daysBetween, type Instant } from '@bandgap/core';
import { type AlertState, type SettledState, settled } from './alert-state.ts';
import { type Sample, type Verdict, verdictOf } from './sample.ts';

export function stepAlert(rule: AlertRule, state: AlertState, sample: Sample): AlertState {
  const { asOf } = sample;
  const verdict = verdictOf(rule, sample);
  if (verdict === 'missing') {
    if (state.kind === 'no_data') return { ...state, count: state.count + 1 };
    return { kind: 'no_data', since: asOf, count: 1, over: settled(state) };
  }
  if (verdict === 'degraded') return 'over' in state ? state : { kind: 'degraded', since: asOf, over: state };
  return stepSettled(rule, settled(state), { verdict, asOf });
}

interface Judged {
  readonly verdict: Exclude<Verdict, 'missing' | 'degraded'>;
  readonly asOf: Instant;
}

function stepSettled(rule: AlertRule, state: SettledState, { verdict, asOf }: Judged): SettledState {
  switch (state.kind) {
    case 'ok':
    case 'pending': {
      if (verdict !== 'breached') return { kind: 'ok' };
      const { since, count } = state.kind === 'pending' ? state : { since: asOf, count: 0 };
      if (count + 1 < rule.firesAfter) return { kind: 'pending', since, count: count + 1 };
      return { kind: 'firing', under: since, since: asOf, toldAt: asOf };
    }
    case 'firing':
    case 'recovering': {
      const { under, since, toldAt } = state;
      if (verdict === 'breached') {
        const isDue = daysBetween(toldAt, asOf) >= (rule.remindEveryDays ?? Number.POSITIVE_INFINITY);
        return { kind: 'firing', under, since, toldAt: isDue ? asOf : toldAt };
      }
      const count = verdict === 'clear' ? 1 + (state.kind === 'recovering' ? state.count : 0) : 0;
      return count < rule.clearsAfter ? { kind: 'recovering', under, since, toldAt, count } : { kind: 'ok' };
    }
  }
}
