/** A system that grows, is corrected, judged twice and restarted in any order, against an account of it without states. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf, type News, newsOf, type ToldBefore } from './news.ts';
import { replay } from './replay.ts';
import type { Sample } from './sample.ts';
import { dayAt, floor, rule, sampleOn } from './samples.fixture.ts';

interface Row extends ToldBefore {
  readonly quiet: boolean;
}

/** What a database and its workers would hold: the samples believed now, and all that was ever told. */
class System {
  readonly samples = new Map<number, Sample>();
  readonly rows: Row[] = [];
  private since: string | undefined;
  private readonly patient: typeof rule;

  constructor(patient = rule) {
    this.patient = patient;
  }

  judge(): readonly News[] {
    const samples = this.inOrder();
    const newest = samples.at(-1);
    if (newest === undefined) return [];
    const isNew = this.since === undefined;
    this.since ??= newest.asOf;
    const steps = replay(this.patient, samples);
    const news = newsOf({ rule: this.patient, steps, before: this.rows, watch: { since: this.since, isNew } });
    this.rows.push(
      ...news.map(({ sample, to, kind, revision, quiet }) => ({ asOf: sample.asOf, to, kind, revision, quiet })),
    );
    return news;
  }

  inOrder(): readonly Sample[] {
    return [...this.samples].sort(([a], [b]) => a - b).map(([, sample]) => sample);
  }

  /** What holds of what was told: the highest revision of each day, where it changes the word. */
  standing(): readonly (readonly [string, string])[] {
    const held = new Map<string, Row>();
    for (const row of this.rows) {
      const known = held.get(row.asOf);
      if (row.kind !== 'reminder' && (known?.revision ?? 0) < row.revision) held.set(row.asOf, row);
    }
    return changesOf([...held.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).map(({ asOf, to }) => [asOf, to]));
  }
}

function changesOf(words: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return words.filter(([, to], index) => to !== (words[index - 1]?.[1] ?? 'ok'));
}

/** What people should hear, told by looking back from each day instead of stepping through states. */
function account(samples: readonly Sample[]): readonly (readonly [string, string])[] {
  const isJudged = ({ value, isSure }: Sample) => value !== null && isSure;
  const isBelow = ({ value }: Sample) => (value ?? floor) < floor;
  const isClear = ({ value }: Sample) => (value ?? 0) >= floor * 1.02;
  return changesOf(
    samples.map((sample, index) => {
      const until = samples.slice(0, index + 1);
      const lastJudged = until.findLastIndex(isJudged);
      if (until.slice(lastJudged + 1).filter(({ value }) => value === null).length >= rule.noDataAfter)
        return [sample.asOf, 'no_data'];
      const judged = until.filter(isJudged);
      const fired = judged.findLastIndex((day, i) => i > 0 && isBelow(day) && isBelow(judged[i - 1] ?? sample));
      return [sample.asOf, fired > judged.findLastIndex(isClear) ? 'firing' : 'ok'];
    }),
  );
}

const reading = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ value: fc.double({ min: 1.9, max: 2.1, noNaN: true }), isSure: fc.constant(true) }),
  },
  { weight: 2, arbitrary: fc.record({ value: fc.constant(null), isSure: fc.constant(true) }) },
  {
    weight: 1,
    arbitrary: fc.record({ value: fc.double({ min: 1, max: 3, noNaN: true }), isSure: fc.constant(false) }),
  },
);

type Step =
  | { readonly kind: 'next'; readonly gap: number; readonly reading: Partial<Sample> }
  | { readonly kind: 'revise'; readonly back: number; readonly reading: Partial<Sample> }
  | { readonly kind: 'late'; readonly back: number; readonly reading: Partial<Sample> }
  | { readonly kind: 'again' };

const next = fc.record({ kind: fc.constant('next' as const), gap: fc.integer({ min: 1, max: 3 }), reading });
const back = fc.nat(10);
const anyStep = fc.oneof(
  { weight: 6, arbitrary: next },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revise' as const), back, reading }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const), back, reading }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
);

function apply(system: System, step: Step): void {
  const days = [...system.samples.keys()].sort((a, b) => a - b);
  const newest = days.at(-1) ?? 0;
  if (step.kind === 'again') return;
  const day =
    step.kind === 'next'
      ? newest + step.gap
      : step.kind === 'late'
        ? Math.max(1, newest - step.back)
        : days.at(-1 - step.back);
  if (day === undefined) return;
  system.samples.set(day, sampleOn(day, null, { ...step.reading, asOf: dayAt(day) }));
}

describe('any sequence of samples, gaps, revisions, late arrivals and repetitions', () => {
  const steps = fc.array(anyStep, { maxLength: 50, size: 'max' });

  it('leaves standing what an account without states says: none missed, none doubled, none invented', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const system = new System();
        for (const step of sequence) {
          apply(system, step);
          system.judge();
          expect(system.standing()).toEqual(account(system.inOrder()));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing twice: judging again has no news, and each word about a day has its own revision', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const system = new System({ ...rule, remindEveryDays: 5 });
        for (const step of sequence) {
          apply(system, step);
          system.judge();
          expect(system.judge()).toEqual([]);
        }
        const keys = system.rows.map(({ asOf, revision }) => `${asOf} ${revision}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('is judged the same however often in between: only late data is said to be late', () => {
    fc.assert(
      fc.property(fc.array(next, { maxLength: 60, size: 'max' }), (sequence) => {
        const system = new System();
        for (const step of sequence) {
          apply(system, step);
          system.judge();
        }
        expect(system.rows.every(({ kind }) => kind === 'transition')).toBe(true);
        expect(system.rows.map(({ asOf, to }) => [asOf, to])).toEqual(account(system.inOrder()));
      }),
    );
  });
});

describe('a correction', () => {
  const below = [2.1, 1.9, 1.9];
  const after = (values: readonly (number | null)[], patient = rule) => {
    const system = new System(patient);
    for (const [index, value] of values.entries()) {
      system.samples.set(index + 1, sampleOn(index + 1, value));
      system.judge();
    }
    return system;
  };

  it('of what was told is told as such, and the row before stays', () => {
    const system = after(below);
    system.samples.set(2, sampleOn(2, 2.1));
    expect(system.judge()).toMatchObject([{ kind: 'revised', from: 'firing', to: 'ok', revision: 2, quiet: false }]);
    system.samples.set(2, sampleOn(2, 1.9));
    expect(system.judge()).toMatchObject([{ kind: 'revised', from: 'ok', to: 'firing', revision: 3, quiet: false }]);
    expect(system.rows.map(({ to }) => to)).toEqual(['firing', 'ok', 'firing']);
  });

  it('that shows an earlier crossing is one row more', () => {
    const system = after([2.1, 2.1, 2.1, 2.1, 2.1]);
    for (const day of [2, 3]) system.samples.set(day, sampleOn(day, 1.9));
    expect(system.judge()).toMatchObject([
      { kind: 'revised', to: 'firing', sample: { asOf: dayAt(3) } },
      { kind: 'revised', to: 'ok', sample: { asOf: dayAt(4) } },
    ]);
  });
});

describe('the start', () => {
  const begun = (patient: typeof rule) => {
    const system = new System(patient);
    for (const day of [1, 2, 3, 4]) system.samples.set(day, sampleOn(day, 1.9));
    return system.judge();
  };

  it('keeps the past to itself, and says what holds already only where it is asked to', () => {
    expect(begun(rule)).toMatchObject([{ to: 'firing', quiet: true }]);
    expect(begun({ ...rule, fireOnStart: true })).toMatchObject([{ to: 'firing', quiet: false }]);
  });

  it('is another one when the rule is another, and the same when only its title is', () => {
    expect(definitionOf({ ...rule, title: 'another', channels: ['ntfy'] })).toBe(definitionOf(rule));
    expect(definitionOf({ ...rule, firesAfter: 3 })).not.toBe(definitionOf(rule));
  });
});
