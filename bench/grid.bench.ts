/** A million cells of the One Chart, against solving each by itself and against the same algorithm in C. */
import { type IrrGrid, irr, irrGrid, irrStatuses, parseInput, projectTermsSchema } from '@bandgap/models';
import { expectAgreement } from './agreement.ts';
import { type Contender, contender, contest, PASSES, print } from './contest.ts';
import { compiled, outside } from './native.ts';

const SIDE = 1000;
const CELLS = SIDE * SIDE;
const spread = (low: number, high: number) =>
  Array.from({ length: SIDE }, (_, k) => low + ((high - low) * k) / (SIDE - 1));
const ancillaryCapexPerGpu = 23_880;
const systemPrices = spread(60_000, 320_000);
const rentalPrices = spread(2.5, 12.5);

export function gridBench(folder: string): void {
  const c = compiled('grid', folder);
  if (c === undefined) print('not compared with C: there is no gcc');
  for (const periodsPerYear of [1, 12]) {
    const project = parseInput(projectTermsSchema, { opexPerGpuHour: 1.2775, prepayFraction: 0.15, periodsPerYear });
    const fill = () => irrGrid({ project, ancillaryCapexPerGpu, systemPrices, rentalPrices });
    const contenders: Contender[] = [contender('bandgap', CELLS, fill)];
    if (c !== undefined) {
      const run = () => c.run(periodsPerYear, SIDE, SIDE, PASSES);
      expectAgreement('C', run().results, summary(fill()), 1e-9);
      contenders.push(outside('C, gcc -O3, same algorithm', CELLS, run));
    }
    const some = 20_000;
    contenders.push(
      contender('bandgap, each cell by itself', some, () => {
        for (let k = 0; k < some; k++) irr(flowsAt(project, k), periodsPerYear);
      }),
    );
    const title = periodsPerYear === 1 ? 'yearly' : 'monthly';
    contest(`One Chart, a million cells, five years ${title}`, 'cell', contenders);
  }
}

/** What the program in C prints of its grid. */
function summary({ irrs, statuses }: IrrGrid): readonly number[] {
  const none = irrStatuses.indexOf('no_investment');
  let [sum, without] = [0, 0];
  irrs.forEach((rate, cell) => {
    if ((statuses[cell] ?? 0) < none) sum += rate;
    else without++;
  });
  return [sum, without, irrs[CELLS / 2 + Math.floor(SIDE / 3)] ?? 0, irrs[Math.floor(CELLS / 7)] ?? 0];
}

type Terms = ReturnType<typeof parseInput<typeof projectTermsSchema>>;

/** Level flows of the k-th of many cells, put together by hand so that only the solving is timed. */
function flowsAt({ periodsPerYear }: Terms, k: number): readonly number[] {
  const periods = 5 * periodsPerYear;
  const hours = 8760 / periodsPerYear;
  const capex = ancillaryCapexPerGpu + (systemPrices[(k * 7) % SIDE] ?? 0);
  const price = rentalPrices[(k * 13) % SIDE] ?? 0;
  const level = 0.85 * price * hours - 1.2775 * hours;
  const flows = new Array<number>(periods + 1).fill(level);
  flows[0] = 0.15 * price * hours * periods - capex;
  return flows;
}
