/** What people hear along a history, and what every history has in common. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertState, initialState } from './alert-state.ts';
import { replay } from './replay.ts';
import type { Sample } from './sample.ts';
import { dayAt, floor, rule, sampleOn } from './samples.fixture.ts';
import { stepAlert } from './step-alert.ts';

const told = (patient: typeof rule, samples: readonly Sample[]) =>
  replay(patient, samples).flatMap(({ change }) => (change === undefined ? [] : [change]));

describe('what is told', () => {
  it('says from where, since when, at which prices', () => {
    const [fires, clears] = told(
      rule,
      [2.1, 1.9, 1.8, 2.5].map((value, index) => sampleOn(index + 1, value)),
    );
    expect(fires).toMatchObject({ kind: 'transition', from: 'pending', to: 'firing', since: dayAt(2), strong: false });
    expect(fires?.sample).toMatchObject({ asOf: dayAt(3), value: 1.8, reference: 2 });
    expect(clears).toMatchObject({ from: 'firing', to: 'ok', since: dayAt(3), sample: { asOf: dayAt(4) } });
  });

  it('is strong only when the far side of the band is below too', () => {
    const strongAt = (high: number | null) => told(rule, [sampleOn(1, 1.9), sampleOn(2, 1.9, { high })]).at(-1)?.strong;
    expect([strongAt(1.99), strongAt(2), strongAt(null)]).toEqual([true, false, false]);
  });

  it('judges against the floor of its own day', () => {
    const moved = [sampleOn(1, 2.1), sampleOn(2, 2.1, { reference: 2.2 }), sampleOn(3, 2.1, { reference: 2.2 })];
    expect(told(rule, moved)).toMatchObject([{ to: 'firing', sample: { asOf: dayAt(3), reference: 2.2 } }]);
  });

  it('has no data after three samples in a row, and says since when when they come back', () => {
    const changes = told(
      rule,
      [2.1, null, null, null, null, 2.1].map((value, index) => sampleOn(index + 1, value)),
    );
    expect(changes).toMatchObject([
      { from: 'ok', to: 'no_data', since: dayAt(2), sample: { asOf: dayAt(4) } },
      { from: 'no_data', to: 'ok', since: dayAt(2), sample: { asOf: dayAt(6) } },
    ]);
  });

  it('reminds of a firing that lasts, with since when it fires', () => {
    const reminding = { ...rule, remindEveryDays: 7 };
    const days = Array.from({ length: 20 }, (_, index) => sampleOn(index + 1, index === 12 ? 2.01 : 1.9));
    expect(told(reminding, days).map(({ kind, since, sample }) => [kind, sample.asOf, since])).toEqual([
      ['transition', dayAt(2), dayAt(1)],
      ['reminder', dayAt(9), dayAt(2)],
      ['reminder', dayAt(16), dayAt(2)],
    ]);
  });

  it('waits for as many clear samples as the rule asks for', () => {
    const slow = { ...rule, clearsAfter: 2 };
    const values = [1.9, 1.9, 2.1, 2.01, 2.1, 2.1];
    expect(
      told(
        slow,
        values.map((value, index) => sampleOn(index + 1, value)),
      ).map(({ to, sample }) => [to, sample.asOf]),
    ).toEqual([
      ['firing', dayAt(2)],
      ['ok', dayAt(6)],
    ]);
  });
});

describe('every history', () => {
  const dated = (values: readonly Partial<Sample>[]) =>
    values.map((value, index) => sampleOn(index + 1, null, { ...value, asOf: dayAt(index + 1) }));
  const judgeable = fc.record({ value: fc.double({ min: 1.9, max: 2.1, noNaN: true }), isSure: fc.constant(true) });
  const other = fc.record({ value: fc.option(fc.double({ min: 1, max: 3, noNaN: true })), isSure: fc.constant(false) });
  const history = fc
    .array(fc.oneof({ weight: 3, arbitrary: judgeable }, other), { maxLength: 60, size: 'max' })
    .map(dated);

  it('stays silent while the price moves between the floor and 1.02 times the floor', () => {
    const inTheBand = fc.double({ min: floor, max: floor * 1.0199, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(inTheBand, { minLength: 1, maxLength: 20, size: 'max' }),
        fc.boolean(),
        (values, isFiring) => {
          const start = isFiring ? [sampleOn(-1, 1.9), sampleOn(0, 1.9)] : [sampleOn(0, 2.1)];
          const samples = [...start, ...dated(values.map((value) => ({ value })))];
          expect(told(rule, samples).slice(isFiring ? 1 : 0)).toEqual([]);
        },
      ),
    );
  });

  it('is the same told in one go, in two parts, and with every sample delivered twice', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (samples, cut) => {
        const fold = (from: AlertState, part: readonly Sample[]) =>
          part.reduce((state, sample) => stepAlert(rule, state, sample), from);
        const whole = replay(rule, samples);
        expect(fold(fold(initialState, samples.slice(0, cut)), samples.slice(cut))).toEqual(
          whole.at(-1)?.state ?? initialState,
        );
        const doubled = samples.flatMap((sample) => [sample, sample]);
        expect(replay(rule, doubled)).toEqual(whole);
      }),
    );
  });

  it('fires and clears as if samples that cannot be judged were not there', () => {
    fc.assert(
      fc.property(history, (samples) => {
        const crossings = (of: readonly Sample[]) =>
          told({ ...rule, noDataAfter: 1000 }, of).map(({ to, sample }) => [to, sample.asOf]);
        expect(crossings(samples.filter(({ value, isSure }) => value !== null && isSure))).toEqual(crossings(samples));
      }),
    );
  });
});
