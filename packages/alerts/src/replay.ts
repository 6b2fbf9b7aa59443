/** Every transition a rule goes through, from the first fixing on. */
import { type CrossingRule, initialState, type Sample, type Transition } from './floor-state.ts';
import { judge } from './judge.ts';

/** Samples oldest first. One that is not newer than its predecessor is ignored, so each fixing counts once. */
export function replay(rule: CrossingRule, samples: readonly Sample[]): readonly Transition[] {
  const transitions: Transition[] = [];
  let state = initialState;
  for (const sample of samples) {
    const judgement = judge(rule, state, sample);
    state = judgement.state;
    if (judgement.transition !== undefined) transitions.push(judgement.transition);
  }
  return transitions;
}
