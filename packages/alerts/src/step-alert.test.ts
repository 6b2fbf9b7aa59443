/** The transition table of states.md, cell by cell, and its worked example. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AlertState, SettledState } from './alert-state.ts';
import { replay } from './replay.ts';
import { dayAt, rule, sampleOn } from './samples.fixture.ts';
import { stepAlert } from './step-alert.ts';

const text = readFileSync(new URL('./states.md', import.meta.url), 'utf8');
const rowsUnder = (header: string) => {
  const lines = text.slice(text.indexOf(header)).split('\n').slice(2);
  return lines.slice(0, lines.indexOf('')).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

const fired = { under: dayAt(1), since: dayAt(2), toldAt: dayAt(2) };
const settledStates: Readonly<Record<string, SettledState>> = {
  ok: { kind: 'ok' },
  pending: { kind: 'pending', since: dayAt(1), count: 1 },
  firing: { kind: 'firing', ...fired },
  recovering: { kind: 'recovering', ...fired, count: 0 },
};

function stateCalled(name: string): AlertState {
  const [kind = '', under] = [...name.matchAll(/`(\w+)`/g)].map(([, word = '']) => word);
  const settled = settledStates[under ?? kind];
  if (settled === undefined) throw new Error(`expected a state, was ${name}`);
  if (under === undefined) return settled;
  const lies = { since: dayAt(3), over: settled };
  return kind === 'no_data' ? { kind: 'no_data', count: 1, ...lies } : { kind: 'degraded', ...lies };
}

const samples = [
  ['breached', sampleOn(9, 1.99)],
  ['between', sampleOn(9, 2)],
  ['between, barely', sampleOn(9, 2.0399)],
  ['clear', sampleOn(9, 2.04)],
  ['missing', sampleOn(9, null)],
  ['degraded', sampleOn(9, 1, { isSure: false })],
] as const;
const columnOf = ['breached', 'between', 'clear', 'missing', 'degraded'];

describe('the table', () => {
  const rows = rowsUnder('| state | breached |');

  it('has every state, alone and over every other', () => {
    expect(rows.map(([name]) => name)).toHaveLength(4 + 2 * 4);
  });

  it.each(
    rows.flatMap(([name = '', ...cells]) =>
      samples.map(([what, sample]) => {
        const cell = cells[columnOf.indexOf(what.split(',')[0] ?? '')] ?? '';
        return { name, what, sample, expected: cell.replaceAll('`', '') };
      }),
    ),
  )('$name, $what: $expected', ({ name, sample, expected }) => {
    expect(stepAlert(rule, stateCalled(name), sample).kind).toBe(expected);
  });

  it('gives back what lay below, as it was', () => {
    const under = stepAlert(rule, settledStates.firing ?? { kind: 'ok' }, sampleOn(5, null));
    expect(stepAlert(rule, under, sampleOn(6, 1.5))).toEqual(settledStates.firing);
  });
});

describe('the worked example', () => {
  it('goes through the states that are written there', () => {
    const rows = rowsUnder('| fixing | index |').map(
      ([number = '', price = '', confidence, state = '', told = '']) => ({
        sample: sampleOn(Number(number), price === '–' ? null : Number(price), {
          reference: 1.88,
          isSure: confidence !== 'low',
        }),
        state: state.replaceAll('`', ''),
        told,
      }),
    );
    const steps = replay(
      rule,
      rows.map(({ sample }) => sample),
    );
    expect(steps.map(({ state, change }) => ({ state: state.kind, told: change?.to ?? '' }))).toEqual(
      rows.map(({ state, told }) => ({ state, told })),
    );
  });
});

describe('the other side', () => {
  const above = { ...rule, condition: { ...rule.condition, direction: 'above' } } as typeof rule;

  it('clears two hundredths under the threshold', () => {
    const kinds = [2.01, 2.02, 1.99, 1.961, 1.96].map((value, index) => sampleOn(index + 1, value));
    expect(replay(above, kinds).map(({ state }) => state.kind)).toEqual([
      'pending',
      'firing',
      'recovering',
      'recovering',
      'ok',
    ]);
  });
});
