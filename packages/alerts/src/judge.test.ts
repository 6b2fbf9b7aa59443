/** The transition table of states.md, row by row, and its worked example. */
import { describe, expect, it } from 'vitest';
import { type FloorState, initialState, type Sample } from './floor-state.ts';
import { judge } from './judge.ts';
import { replay } from './replay.ts';

const rule = { firesAfterFixings: 2, clearsAtFloorTimes: 1.02 };
const day = (number: number) => `2026-07-${String(number).padStart(2, '0')}T00:30:00.000Z`;
const sample = (number: number, value: number | null, rest: Partial<Sample> = {}): Sample => ({
  asOf: day(number),
  value,
  high: null,
  confidence: 'ok',
  reference: 2,
  ...rest,
});

const ok: FloorState = { kind: 'ok', judgedAt: day(1) };
const pending: FloorState = { kind: 'pending', judgedAt: day(1), fixingsBelow: 1 };
const firing: FloorState = { kind: 'firing', judgedAt: day(1), since: day(1) };

describe('a fixing that can be judged', () => {
  it.each([
    [ok, 1.99, 'pending', undefined],
    [ok, 2, 'ok', undefined],
    [ok, 2.04, 'ok', undefined],
    [pending, 1.99, 'firing', 'firing'],
    [pending, 2, 'ok', undefined],
    [pending, 2.04, 'ok', undefined],
    [firing, 1.99, 'firing', undefined],
    [firing, 2.039, 'firing', undefined],
    [firing, 2.04, 'ok', 'ok'],
  ])('%o at %d becomes %s and reports %s', (state, value, kind, reported) => {
    const judgement = judge(rule, state, sample(2, value));
    expect(judgement.state).toMatchObject({ kind, judgedAt: day(2) });
    expect(judgement.transition?.to).toBe(reported);
    expect(judgement.ignored).toBeUndefined();
  });

  it('says from where, at which prices and when', () => {
    expect(judge(rule, pending, sample(2, 1.9)).transition).toEqual({
      asOf: day(2),
      from: 'pending',
      to: 'firing',
      value: 1.9,
      reference: 2,
      strong: false,
    });
    expect(judge(rule, firing, sample(2, 2.5, { high: 1.5 })).transition).toMatchObject({
      from: 'firing',
      to: 'ok',
      strong: false,
    });
  });

  it('is strong only when the upper bound is below the floor too', () => {
    const strongAt = (high: number | null) => judge(rule, pending, sample(2, 1.9, { high })).transition?.strong;
    expect([strongAt(1.99), strongAt(2), strongAt(null)]).toEqual([true, false, false]);
  });

  it('judges against the floor of its own day', () => {
    const movedUnderTheIndex = [sample(1, 2.1), sample(2, 2.1, { reference: 2.2 }), sample(3, 2.1, { reference: 2.2 })];
    expect(replay(rule, movedUnderTheIndex)).toMatchObject([{ asOf: day(3), to: 'firing', reference: 2.2 }]);
  });

  it('fires at once when the rule asks for one fixing', () => {
    const impatient = { ...rule, firesAfterFixings: 1 };
    expect(judge(impatient, initialState, sample(1, 1.9)).transition).toMatchObject({ from: 'ok', to: 'firing' });
  });
});

describe('a fixing that cannot be judged', () => {
  it.each([initialState, ok, pending, firing])('leaves %o as it was and says why', (state) => {
    expect(judge(rule, state, sample(2, null))).toEqual({ state, ignored: 'no_value' });
    expect(judge(rule, state, sample(2, 1, { confidence: 'low' }))).toEqual({ state, ignored: 'low_confidence' });
    expect(judge(rule, state, sample(2, 9, { confidence: 'degraded' }))).toEqual({ state, ignored: 'low_confidence' });
  });

  it('includes one already judged, so that the same fixing does not count twice', () => {
    expect(judge(rule, pending, sample(1, 1.9))).toEqual({ state: pending, ignored: 'not_newer' });
  });
});

describe('the worked example', () => {
  it('fires on the fourth fixing and clears on the seventh', () => {
    const floor = { reference: 1.88 };
    const fixings = [
      sample(1, 1.9, floor),
      sample(2, 1.86, floor),
      sample(3, null, floor),
      sample(4, 1.85, floor),
      sample(5, 1.89, floor),
      sample(6, 1.95, { ...floor, confidence: 'low' }),
      sample(7, 1.92, floor),
    ];
    expect(replay(rule, fixings).map(({ asOf, to }) => [asOf, to])).toEqual([
      [day(4), 'firing'],
      [day(7), 'ok'],
    ]);
  });
});
