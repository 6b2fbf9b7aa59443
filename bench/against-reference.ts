/** Work that waits for a database or a disk, in turns with the one thing it is measured by. */
import { figure, load, print, quantile, ROUNDS, STEADY } from './contest.ts';

export interface Timing {
  readonly name: string;
  /** Does the work once and gives nanoseconds per item. */
  readonly time: () => Promise<number>;
}

/** The first is the reference; the others are said in multiples of its speed, each against the same round. */
export async function againstReference(title: string, item: string, timings: readonly Timing[]): Promise<void> {
  for (const { time } of timings) await time();
  const before = load();
  const rounds: (readonly number[])[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(timings, round));
  print(`\n${title}: nanoseconds per ${item}, median (p10-p90) of ${ROUNDS} rounds, load ${before} to ${load()}`);
  timings.forEach(({ name }, index) => {
    const times = rounds.map((round) => round[index] ?? Number.NaN);
    const speeds = rounds.map((round) => (round[0] ?? Number.NaN) / (round[index] ?? Number.NaN));
    const range = `${figure(quantile(times, 0.1))}-${figure(quantile(times, 0.9))}`;
    const speed = `${figure(quantile(speeds, 0.5))}x its speed (${figure(quantile(speeds, 0.1))}-${figure(quantile(speeds, 0.9))})`;
    const unsteady = quantile(times, 0.9) / quantile(times, 0.1) > STEADY ? '  (unsteady)' : '';
    const against = index === 0 ? '  the reference' : `  ${speed}`;
    print(`  ${name.padEnd(34)} ${figure(quantile(times, 0.5)).padStart(9)}  (${range})${against}${unsteady}`);
  });
}

/** Each round starts with another one. */
async function oneRound(timings: readonly Timing[], round: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < timings.length; turn++) {
    const index = (round + turn) % timings.length;
    times[index] = (await timings[index]?.time()) ?? Number.NaN;
  }
  return times;
}
