/** What holds for every history of fixings. */

import { addDays } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FloorState, initialState, type Sample, type Transition } from './floor-state.ts';
import { judge } from './judge.ts';
import { replay } from './replay.ts';

const rule = { firesAfterFixings: 2, clearsAtFloorTimes: 1.02 };
const floor = 2;

const judgeable = fc.record({
  value: fc.double({ min: 1.9, max: 2.1, noNaN: true }),
  high: fc.option(fc.double({ min: 1.9, max: 2.2, noNaN: true })),
  confidence: fc.constant('ok'),
});
const unjudgeable = fc.record({
  value: fc.option(fc.double({ min: 1, max: 3, noNaN: true })),
  high: fc.constant(null),
  confidence: fc.constantFrom('low', 'degraded'),
});

const dated = (fixings: readonly Omit<Sample, 'asOf' | 'reference'>[]): readonly Sample[] =>
  fixings.map((fixing, index) => ({
    ...fixing,
    asOf: `${addDays('2026-01-01', index)}T00:30:00.000Z`,
    reference: floor,
  }));

const history = fc.array(fc.oneof({ weight: 4, arbitrary: judgeable }, unjudgeable), { maxLength: 60 }).map(dated);

const judged = ({ value, confidence }: Sample) => value !== null && confidence === 'ok';
const isBelow = ({ value }: Sample) => value !== null && value < floor;
const isClear = ({ value }: Sample) => value !== null && value >= floor * rule.clearsAtFloorTimes;

/** The days on which people should hear of it, told without states: by looking back from each day. */
function expected(samples: readonly Sample[]): readonly (readonly [string, string])[] {
  const known = samples.filter(judged);
  return known.flatMap((sample, index) => {
    const before = known.slice(0, index);
    const lastFiring = before.findLastIndex((day, i) => isBelow(day) && i > 0 && isBelow(before[i - 1] ?? sample));
    const lastClear = before.findLastIndex(isClear);
    const wasFiring = lastFiring > lastClear;
    const previous = before.at(-1);
    if (!wasFiring && previous !== undefined && isBelow(sample) && isBelow(previous)) return [[sample.asOf, 'firing']];
    return wasFiring && isClear(sample) ? [[sample.asOf, 'ok']] : [];
  });
}

describe('every history of fixings', () => {
  it('reports each crossing that lasts two judged fixings once, and each clearing once', () => {
    fc.assert(
      fc.property(history, (samples) => {
        expect(replay(rule, samples).map(({ asOf, to }) => [asOf, to])).toEqual(expected(samples));
      }),
    );
  });

  it('never fires twice without clearing, and never clears first', () => {
    fc.assert(
      fc.property(history, (samples) => {
        const reported = replay(rule, samples).map(({ to }) => to);
        expect(reported).toEqual(reported.map((_, index) => (index % 2 === 0 ? 'firing' : 'ok')));
      }),
    );
  });

  it('stays silent while the price moves between the floor and 1.02 times the floor', () => {
    const inTheBand = fc.double({ min: floor, max: floor * 1.0199, noNaN: true });
    const states: FloorState[] = [
      initialState,
      { kind: 'pending', judgedAt: '2025-12-31T00:30:00.000Z', fixingsBelow: 1 },
      { kind: 'firing', judgedAt: '2025-12-31T00:30:00.000Z', since: '2025-12-31T00:30:00.000Z' },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.array(inTheBand, { minLength: 1, maxLength: 20 }), (start, values) => {
        const { state, transitions } = step(
          start,
          dated(values.map((value) => ({ value, high: null, confidence: 'ok' }))),
        );
        expect(transitions).toEqual([]);
        expect(state.kind).toBe(start.kind === 'firing' ? 'firing' : 'ok');
      }),
    );
  });

  it('is the same told in one go, in two parts, and with every fixing delivered twice', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (samples, cut) => {
        const first = step(initialState, samples.slice(0, cut));
        const second = step(first.state, samples.slice(cut));
        expect([...first.transitions, ...second.transitions]).toEqual(replay(rule, samples));
        expect(
          replay(
            rule,
            samples.flatMap((sample) => [sample, sample]),
          ),
        ).toEqual(replay(rule, samples));
      }),
    );
  });

  it('is not changed by fixings that cannot be judged', () => {
    fc.assert(
      fc.property(history, (samples) => {
        expect(replay(rule, samples.filter(judged))).toEqual(replay(rule, samples));
      }),
    );
  });

  it('calls a firing strong exactly when its upper bound is below the floor', () => {
    fc.assert(
      fc.property(history, (samples) => {
        for (const { asOf, to, strong } of replay(rule, samples)) {
          const high = samples.find((sample) => sample.asOf === asOf)?.high ?? null;
          expect(strong).toBe(to === 'firing' && high !== null && high < floor);
        }
      }),
    );
  });
});

function step(from: FloorState, samples: readonly Sample[]) {
  let state = from;
  const transitions: Transition[] = [];
  for (const sample of samples) {
    const judgement = judge(rule, state, sample);
    state = judgement.state;
    if (judgement.transition) transitions.push(judgement.transition);
  }
  return { state, transitions };
}
