/** The IRR of five years of monthly flows, against npm packages, NumPy and the same algorithm in C. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cashFlows, floorPrice, irr, parseInput, projectSchema } from '@bandgap/models';
import { agreeing, expectAgreement } from './agreement.ts';
import { type Contender, contender, contest, print } from './contest.ts';
import { compiled, outside, python } from './native.ts';
import { npmPeers } from './npm-peers.ts';

const PROJECTS = 512;
const PERIODS_PER_YEAR = 12;

export function irrBench(folder: string): void {
  const peers = npmPeers();
  if (peers.absent.length > 0)
    print(`not compared with ${peers.absent.join(', ')}: install them in a folder and set BANDGAP_BENCH_PEERS to it`);
  for (const [title, change] of [
    ['IRR of 61 flows, contracts that pay the same every month', {}],
    [
      'IRR of 61 flows, opex growing and the prepayment credited first',
      { opexEscalation: 0.03, prepayCredit: 'first' },
    ],
  ] as const) {
    const projects = contracts(change);
    const ours = projects.map((flows) => irr(flows, PERIODS_PER_YEAR).periodicIrr ?? Number.NaN);
    const rates = projects.map((flows) => irr(flows, PERIODS_PER_YEAR).irr ?? Number.NaN);
    const file = join(folder, 'flows.bin');
    writeFileSync(file, new Float64Array(projects.flat()));
    const contenders: Contender[] = [
      contender('bandgap', 10 * PROJECTS, () => {
        for (let pass = 0; pass < 10; pass++) for (const flows of projects) irr(flows, PERIODS_PER_YEAR);
      }),
    ];
    const c = compiled('irr', folder);
    if (c === undefined) print('not compared with C: there is no gcc');
    else {
      const run = () => c.run(file, projects[0]?.length ?? 0, PERIODS_PER_YEAR, 200);
      expectAgreement('C', run().results, rates, 1e-9);
      contenders.push(outside('C, gcc -O3, same algorithm', 1, run));
    }
    for (const { name, irr: peer } of peers.found) {
      const agree = agreeing(
        projects.map((flows) => peer(flows)),
        ours,
        1e-6,
      );
      if (agree < PROJECTS) print(`${name} gives ${agree} of ${PROJECTS} rates`);
      if (agree < 0.9 * PROJECTS) throw new Error(`${name}: too few answers to compare`);
      contenders.push(contender(name, PROJECTS, () => projects.map((flows) => peer(flows))));
    }
    const numpy = python('irr');
    if (numpy === undefined) print('not compared with NumPy: there is no python3 that has it');
    else {
      const few = 32;
      const run = () => numpy.run(file, projects[0]?.length ?? 0, few);
      expectAgreement('NumPy', run().results, ours.slice(0, few), 1e-9);
      contenders.push(outside('numpy-financial 1.0, np.roots', 1, run));
    }
    contest(title, 'IRR', contenders);
  }
}

/** Distinct projects, rented at one to one and a half times their floors. */
function contracts(change: object): readonly (readonly number[])[] {
  return Array.from({ length: PROJECTS }, (_, k) => {
    const step = k / (PROJECTS - 1);
    const project = parseInput(projectSchema, {
      capexPerGpu: 80_000 + (60_000 * ((k * 7) % PROJECTS)) / PROJECTS,
      opexPerGpuHour: 0.9 + (0.8 * ((k * 11) % PROJECTS)) / PROJECTS,
      prepayFraction: 0.15 * step,
      periodsPerYear: PERIODS_PER_YEAR,
      ...change,
    });
    return cashFlows(project, floorPrice(project, 0.156) * (1 + (0.5 * ((k * 13) % PROJECTS)) / PROJECTS)).net;
  });
}
