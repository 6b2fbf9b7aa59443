/** Jumps are held until somebody confirms them. */
import { type Quote, quote, type Tenor } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import { gpurentalprices } from '../gpu/gpurentalprices/index.ts';
import { readDocument } from '../read-document.ts';
import { judge } from './judge.ts';
import { jump } from './jump.ts';
import type { HeldPrice } from './previous-reading.ts';
import { staleRelay } from './stale-relay.ts';

const rental = (value: number, tenor: Tenor = 'on_demand'): Quote =>
  quote({
    series: {
      subject: 'h200',
      metric: 'rental',
      venue: 'runpod',
      terms: { kind: 'rental', surface: 'list', tenor },
      unit: 'USD/GPU-hr',
    },
    value,
    at: '/',
  });
const after = (before: number, known: { readonly held?: HeldPrice; readonly asked?: readonly number[] } = {}) => ({
  quotes: 1,
  valueOf: () => before,
  heldOf: () => known.held,
  firstHand: () => known.asked ?? [],
});
const twoDays = [48, 24];

describe('jump', () => {
  it.each([
    [3.59, 1.8, 'on_demand'],
    [3, 4.1, 'on_demand'],
    [3, 1.1, 'spot'],
    [3, 1.5, 'spot'],
    [5, 2.9, 'contract_1y'],
  ] as const)('holds %d to %d, %s', (before, value, tenor) => {
    expect(jump(rental(value, tenor), after(before))).toMatchObject({ move: expect.stringMatching(`^${before} to`) });
  });

  it.each([
    [3, 4, 'on_demand'],
    [3, 2, 'on_demand'],
    [3, 4.7, 'spot'],
    [3, 1.3, 'spot'],
  ] as const)('lets %d to %d pass, %s', (before, value, tenor) => {
    expect(jump(rental(value, tenor), after(before))).toBeUndefined();
  });

  it.each([
    [[24], false],
    [[24, 12], false],
    [[48, 24], true],
    [[41, 20], true],
    [[42, 21.5], true],
    [[38, 19], false],
    [[48, 42, 36, 30, 24, 18, 12, 6], true],
    [[36, 30, 24, 18, 12, 6], false],
  ])('quoted %j hours ago too: confirmed is %s', (hoursAgo, confirmed) => {
    expect(jump(rental(4.4), after(3, { held: { value: 4.4, hoursAgo } })) === undefined).toBe(confirmed);
  });

  it('is not confirmed by another value', () => {
    expect(jump(rental(4.4), after(3, { held: { value: 5, hoursAgo: twoDays } }))).toEqual({
      rule: 'jump',
      move: '3 to 4.4',
    });
  });

  it('is confirmed by any price the seller itself asks', () => {
    expect(jump(rental(4.4), after(3, { asked: [9, 4.2] }))).toBeUndefined();
    expect(jump(rental(4.4), after(3, { asked: [3] }))).toMatchObject({ rule: 'jump' });
  });

  it.each([2, 4, 8, 16, 1 / 8])('by a ratio of units, %d, is not confirmed by repetition', (ratio) => {
    const held = { value: 3 * ratio, hoursAgo: twoDays };
    expect(jump(rental(3 * ratio), after(3, { held }))).toMatchObject({ rule: 'unit-change' });
    expect(jump(rental(3 * ratio), after(3, { asked: [3 * ratio] }))).toBeUndefined();
  });

  it('holds a step of a memory board of more than 40 % within a week, at spot prices alone', () => {
    const memory = (value: number, basis: 'spot' | 'contract' = 'spot') =>
      quote({
        series: {
          subject: 'dram',
          metric: 'average',
          venue: 'board',
          terms: { kind: 'memory', basis },
          unit: 'USD/chip',
        },
        value,
        at: '/',
      });
    expect(jump(memory(14), { ...after(10), daysAgo: 1 })).toBeUndefined();
    expect(jump(memory(14.1), { ...after(10), daysAgo: 1 })).toMatchObject({ rule: 'jump' });
    expect(jump(memory(20), { ...after(10), daysAgo: 7 })).toMatchObject({ rule: 'jump' });
    expect(jump(memory(80), { ...after(10), daysAgo: 1 })).toMatchObject({ rule: 'unit-change' });
    expect(jump(memory(14.1), { ...after(10), daysAgo: 8 })).toBeUndefined();
    expect(jump(memory(19, 'contract'), { ...after(10), daysAgo: 1 })).toBeUndefined();
  });

  it('needs a value before', () => {
    expect(jump(rental(9), { quotes: 0, valueOf: () => undefined })).toBeUndefined();
  });
});

describe('staleRelay', () => {
  it('objects to 12.29 where the seller asks 6.88', () => {
    expect(staleRelay(rental(12.29), after(12.29, { asked: [6.88] }))).toMatch('stale-relay: 12.29');
  });
  it('takes a difference of a quarter, and a seller nobody can ask', () => {
    expect(staleRelay(rental(3.7), after(3, { asked: [3] }))).toBeUndefined();
    expect(staleRelay(rental(3.7), after(3))).toBeUndefined();
  });
  it('compares with the nearest of the prices the seller asks', () => {
    expect(staleRelay(rental(12.29), after(12.29, { asked: [6.88, 11.5] }))).toBeUndefined();
    expect(staleRelay(rental(12.29), after(12.29, { asked: [6.88, 6] }))).toMatch('asks 6.88');
  });
});

describe.skipIf(recordingsAbsent)('jumps of recorded days (skipped where the recordings are absent)', () => {
  const [before, on] = ['2026-08-01', '2026-08-02'].map((day) => {
    const artifact = recordingsOf(gpurentalprices).find(({ fetchedAt }) => fetchedAt.startsWith(day));
    return artifact === undefined ? [] : readDocument(gpurentalprices, artifact).filter((row) => row.kind === 'quote');
  });
  const valueBefore = (series: Quote['series']) =>
    before?.find((each) => JSON.stringify(each.series) === JSON.stringify(series))?.value;

  it('holds what DigitalOcean raised by 40 to 66 % on 2026-08-02, and lets the rest pass', () => {
    const verdict = judge(gpurentalprices, on ?? [], { quotes: before?.length ?? 0, valueOf: valueBefore });
    const held = verdict.skips.filter(({ code }) => code === 'held').map(({ text }) => text);
    expect(verdict).toMatchObject({ kind: 'accepted', held: [{ rule: 'jump' }, { rule: 'jump' }, { rule: 'jump' }] });
    expect(held).toEqual([
      'b300 at digitalocean: jump: 7.99 to 11.19',
      'mi325x at digitalocean: jump: 2.29 to 3.8',
      'mi350x at digitalocean: jump: 4.4 to 6.16',
    ]);
  });

  it('believes them on the second day after', () => {
    const heldFor = (hoursAgo: readonly number[]) =>
      judge(gpurentalprices, on ?? [], {
        quotes: before?.length ?? 0,
        valueOf: valueBefore,
        heldOf: (series) => {
          const value = on?.find((each) => JSON.stringify(each.series) === JSON.stringify(series))?.value;
          return value === undefined ? undefined : { value, hoursAgo };
        },
      }).skips.filter(({ code }) => code === 'held').length;
    expect([heldFor([24]), heldFor([48, 24])]).toEqual([3, 0]);
  });
});
