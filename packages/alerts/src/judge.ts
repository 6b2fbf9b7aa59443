/** One step of a floor rule: what a fixing does to its state. The transition table is in states.md. */
import type { CrossingRule, FloorState, Sample, Transition } from './floor-state.ts';

/** Why a sample did not count: not newer than the last one judged, no value that day, or a value of low confidence. */
export type Ignored = 'not_newer' | 'no_value' | 'low_confidence';

export interface Judgement {
  readonly state: FloorState;
  readonly transition?: Transition;
  /** Set when the sample changed nothing because it could not be judged. */
  readonly ignored?: Ignored;
}

export function judge(rule: CrossingRule, state: FloorState, sample: Sample): Judgement {
  const { asOf, value, high, reference } = sample;
  if (state.judgedAt !== undefined && asOf <= state.judgedAt) return { state, ignored: 'not_newer' };
  if (value === null) return { state, ignored: 'no_value' };
  if (sample.confidence !== 'ok') return { state, ignored: 'low_confidence' };

  const event = { asOf, from: state.kind, value, reference };
  if (state.kind === 'firing') {
    if (value < reference * rule.clearsAtFloorTimes) return { state: { ...state, judgedAt: asOf } };
    return { state: { kind: 'ok', judgedAt: asOf }, transition: { ...event, to: 'ok', strong: false } };
  }
  if (value >= reference) return { state: { kind: 'ok', judgedAt: asOf } };

  const fixingsBelow = state.kind === 'pending' ? state.fixingsBelow + 1 : 1;
  if (fixingsBelow < rule.firesAfterFixings) return { state: { kind: 'pending', judgedAt: asOf, fixingsBelow } };
  return {
    state: { kind: 'firing', judgedAt: asOf, since: asOf },
    transition: { ...event, to: 'firing', strong: high !== null && high < reference },
  };
}
