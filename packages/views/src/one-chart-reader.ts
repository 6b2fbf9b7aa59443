/** The stored floor and ceilings of VR NVL72, drawn together. */
import { ceilingProjects, systems } from '@bandgap/catalog';
import { dayOf } from '@bandgap/core';
import { latestRun, type Query } from '@bandgap/db';
import { type AssumedLine, findReceipt } from '@bandgap/receipts';
import { type NamedCeiling, type OneChartFigures, oneChartFigures } from './one-chart-figures.ts';
import { CeilingOutput, FloorOutput } from './run-outputs.ts';

const project = 'vr-nvl72/contract_5y';

export async function readOneChart(query: Query): Promise<OneChartFigures | undefined> {
  const floor = await latestRun(query, { model: 'rental-floor', subject: project });
  if (floor === undefined) return undefined;
  const { lines } = await findReceipt(query, floor.receipt);
  const assumptions = lines.filter((line) => line.kind === 'assumption');
  const { capexPerGpu, opexPerGpuHour } = FloorOutput.parse(floor.output);
  const value = (role: string) => assumed(assumptions, role);
  return oneChartFigures(
    {
      system: 'VR NVL72',
      asOf: dayOf(floor.asOf),
      receipt: floor.receipt,
      capexPerGpu,
      opexPerGpuHour,
      pflops: value('pflopsFp8Dense'),
      hurdleIrr: value('hurdleIrr'),
      terms: {
        termYears: value('termYears'),
        periodsPerYear: value('periodsPerYear'),
        prepayFraction: value('prepayFraction'),
        utilization: value('utilization'),
      },
      systemShare: gb200SystemShare(),
      assumptions,
    },
    await readCeilings(query),
  );
}

function assumed(assumptions: readonly AssumedLine[], role: string): number {
  const found = assumptions.find(({ input }) => input.role === role)?.input.value;
  if (typeof found !== 'number') throw new TypeError(`expected a number for ${role}, was ${JSON.stringify(found)}`);
  return found;
}

async function readCeilings(query: Query): Promise<readonly NamedCeiling[]> {
  const run = await latestRun(query, { model: 'value-ceiling', subject: project });
  if (run === undefined) return [];
  const reference = ceilingProjects.find(({ id }) => id === project)?.reference;
  const name = systems.find(({ id }) => id === reference)?.name.replace('NVIDIA ', '') ?? 'the reference';
  const { conservativePricePerGpuHour, parityPricePerGpuHour } = CeilingOutput.parse(run.output);
  const { receipt } = run;
  return [
    { label: 'conservative ceiling', price: conservativePricePerGpuHour, receipt },
    { label: `value parity with ${name}`, price: parityPricePerGpuHour, receipt },
  ];
}

/** Of the all-in cost of a GB200 rack, the share of the rack itself; nobody printed it for VR NVL72. */
function gb200SystemShare(): number {
  const facts = systems.find(({ id }) => id === 'gb200-nvl72')?.facts ?? [];
  const figure = (role: string) => facts.find((fact) => fact.role === role)?.value ?? Number.NaN;
  return figure('systemPricePerGpu') / figure('capexPerGpu');
}
