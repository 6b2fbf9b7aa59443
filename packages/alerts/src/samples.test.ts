/** From answers to samples: beside a level, beside their own past, and on which side of a threshold. */
import type { AlertCondition } from '@bandgap/catalog';
import { describe, expect, it } from 'vitest';
import { replay } from './replay.ts';
import { verdictOf } from './sample.ts';
import { dayAt, rule, sampleOn } from './samples.fixture.ts';
import { type Answer, besideItsPast, besideReference, levelOf } from './samples.ts';

const answer = (number: number, value: number | null, rest: Partial<Answer> = {}): Answer => ({
  runId: number,
  asOf: dayAt(number),
  value,
  unit: 'USD/GB',
  confidence: null,
  low: null,
  high: null,
  ...rest,
});

describe('besideReference', () => {
  it('holds each answer against the newest reference of its day, times a factor, and none before the first', () => {
    const floors = levelOf([answer(2, 2), answer(4, 3), answer(5, null)], 1.5);
    const samples = besideReference(
      [1, 2, 3, 4, 5].map((day) => answer(day, 9)),
      floors,
    );
    expect(samples.map(({ reference, referenceRunId }) => [reference, referenceRunId])).toEqual([
      [3, 2],
      [3, 2],
      [4.5, 4],
      [4.5, 4],
    ]);
  });

  it('is sure of what claims no confidence and of ok alone', () => {
    const said = [null, 'ok', 'low', 'degraded'].map((confidence) => answer(1, 9, { confidence }));
    expect(besideReference(said, levelOf([answer(1, 2)])).map(({ isSure }) => isSure)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a reference that is not to be trusted', () => {
  it('leaves a price unjudged while it is of low confidence, and while there is none', () => {
    const reference = levelOf([answer(1, 2), answer(2, 1, { confidence: 'low' }), answer(3, null), answer(4, 2)]);
    const samples = besideReference(
      [1, 2, 3, 4].map((day) => answer(day, 9)),
      reference,
    );
    expect(samples.map(({ isSure }) => isSure)).toEqual([true, false, false, true]);
  });

  it('keeps a price that moved from a level of few voices from being news', () => {
    const said = [answer(1, 5, { confidence: 'degraded' }), answer(8, 9, { confidence: 'ok' })];
    expect(besideItsPast(said, 7).map(({ isSure }) => isSure)).toEqual([false]);
  });
});

describe('besideItsPast', () => {
  const moves = {
    ...rule,
    firesAfter: 1,
    condition: { kind: 'moves', byPercent: 10, withinDays: 7 } satisfies AlertCondition,
  };
  const told = (answers: readonly Answer[]) =>
    replay(moves, besideItsPast(answers, 7)).flatMap(({ change }) => (change ? [[change.to, change.sample.asOf]] : []));

  it('tells a price that crept as far as one that jumped, from where it was a week before', () => {
    expect(told([100, 103, 106, 109, 111].map((value, index) => answer(index + 1, value)))).toEqual([]);
    const daily = [100, 100, 100, 100, 100, 100, 100, 103, 106, 109, 112].map((value, index) =>
      answer(index + 1, value),
    );
    expect(told(daily)).toEqual([['firing', dayAt(11)]]);
  });

  it('tells the next move too, of a price that is told only when it changes', () => {
    expect(told([answer(1, 100), answer(10, 120), answer(40, 140)])).toEqual([
      ['firing', dayAt(10)],
      ['ok', dayAt(17)],
      ['firing', dayAt(40)],
    ]);
  });
});

describe('verdictOf', () => {
  const judged = (condition: AlertCondition, value: number, reference: number) =>
    verdictOf({ condition, hysteresis: 0.02 }, sampleOn(1, value, { reference }));
  const constant = { kind: 'constant', value: 1, unit: 'USD/GPU-hr' } as const;
  const ceiling = { kind: 'ceiling', ceiling: 'parity', project: 'vr-nvl72/contract_5y' } as const;

  it.each<[AlertCondition, number, number, string]>([
    [{ kind: 'headroom', underPercent: 10, reference: constant }, 2.1, 2, 'breached'],
    [{ kind: 'headroom', underPercent: 10, reference: constant }, 2.21, 2, 'between'],
    [{ kind: 'headroom', underPercent: 10, reference: constant }, 2.3, 2, 'clear'],
    [{ kind: 'headroom', underPercent: 10, reference: ceiling }, 9.5, 10, 'breached'],
    [{ kind: 'headroom', underPercent: 10, reference: ceiling }, 8, 10, 'clear'],
    [{ kind: 'moves', byPercent: 10, withinDays: 7 }, 85, 100, 'breached'],
    [{ kind: 'moves', byPercent: 10, withinDays: 7, direction: 'up' }, 85, 100, 'clear'],
    [{ kind: 'moves', byPercent: 10, withinDays: 7, direction: 'down' }, 85, 100, 'breached'],
    [{ kind: 'stale' }, 61, 60, 'breached'],
    [{ kind: 'disagrees', byPercent: 5 }, 0.06, 0.05, 'breached'],
  ])('%o at %d beside %d is %s', (condition, value, reference, verdict) => {
    expect(judged(condition, value, reference)).toBe(verdict);
  });
});
