/** Several ways to do the same, timed in turns, so that a busy moment of the machine hits all of them. */
import { loadavg } from 'node:os';

export interface Contender {
  readonly name: string;
  /** Does the work once and gives nanoseconds per item. */
  readonly time: () => number;
}

export const ROUNDS = 9;

/** A reference whose slow rounds take this many times its quick ones says nothing. */
export const STEADY = 1.5;

/** Passes timed together, after one that is not: the programs in C and Python do the same. */
export const PASSES = 3;

/** Times a function of this process. */
export function contender(name: string, items: number, work: () => unknown): Contender {
  return {
    name,
    time: () => {
      work();
      const start = performance.now();
      for (let pass = 0; pass < PASSES; pass++) work();
      return ((performance.now() - start) * 1e6) / items / PASSES;
    },
  };
}

/** The first contender is ours; ratios are those of the same round, above 1 where the other is slower. */
export function contest(title: string, item: string, contenders: readonly Contender[]): void {
  for (const { time } of contenders) time();
  for (const { time } of contenders) time();
  const before = load();
  const rounds = Array.from({ length: ROUNDS }, (_, round) => oneRound(contenders, round));
  print(`\n${title}: nanoseconds per ${item}, median (p10-p90) of ${ROUNDS} rounds, load ${before} to ${load()}`);
  contenders.forEach(({ name }, index) => {
    const times = rounds.map((round) => round[index] ?? Number.NaN);
    const ratios = rounds.map((round) => (round[index] ?? Number.NaN) / (round[0] ?? Number.NaN));
    const range = `${figure(quantile(times, 0.1))}-${figure(quantile(times, 0.9))}`;
    const against = index === 0 ? '' : `  ${figure(quantile(ratios, 0.5))}x ours`;
    const unsteady = quantile(times, 0.9) / quantile(times, 0.1) > STEADY ? '  (unsteady)' : '';
    print(`  ${name.padEnd(34)} ${figure(quantile(times, 0.5)).padStart(9)}  (${range})${against}${unsteady}`);
  });
}

/** Each round starts with another contender. */
function oneRound(contenders: readonly Contender[], round: number): readonly number[] {
  const times: number[] = [];
  for (let turn = 0; turn < contenders.length; turn++) {
    const index = (round + turn) % contenders.length;
    times[index] = contenders[index]?.time() ?? Number.NaN;
  }
  return times;
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

export const load = (): string => (loadavg()[0] ?? 0).toFixed(2);

export const figure = (value: number): string => (value >= 1000 ? value.toFixed(0) : value.toPrecision(3));

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}
