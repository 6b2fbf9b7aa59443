/** How far memory moves the floor: per dollar, at the costs printed so far, and at the LPDDR5X proxy as the pipeline had it. */
import { memoryPassThroughs, memoryReference, type MemoryPassThrough as Scenario } from '@bandgap/catalog';
import type { MemoryTerms } from '@bandgap/core';
import { type Query, runHistory, type StoredRun } from '@bandgap/db';
import { figureValues, type MemoryPassThrough, memoryPassThrough } from '@bandgap/models';
import { publishableRuns } from '@bandgap/receipts';
import { sourceById } from '@bandgap/sources';
import { z } from 'zod';

export interface PassThroughView {
  readonly id: string;
  readonly label: string;
  readonly gbPerRack: number;
  /** At costs printed in public, past and forecast; the first is the one the floor assumes. */
  readonly atCost: readonly MemoryPassThrough[];
  /** The scenario at the proxy: one series for each source of the proxy. */
  readonly atProxy: readonly ProxySeries[];
}

export interface ProxySeries {
  readonly source: string;
  readonly sourceName: string;
  readonly part: string;
  /** Never `contract`: what stands in for the price is not what anyone pays for these modules. */
  readonly basis: MemoryTerms['basis'];
  /** In the order of time. */
  readonly points: readonly ProxyPoint[];
}

export interface ProxyPoint {
  readonly asOf: string;
  readonly receipt: string;
  readonly proxyPrice: number;
  readonly costPerGb: number;
  readonly capexPerWatt: number | null;
  readonly systemPricePerGpu: number;
  readonly memoryShareOfSystem: number | null;
  readonly floorPricePerGpuHour: number;
  readonly assumedFloorPricePerGpuHour: number;
  readonly publishable: boolean;
}

const Output = z.object({
  costPerGb: z.number(),
  capexPerWatt: z.number().nullable(),
  systemPricePerGpu: z.number(),
  memoryShareOfSystem: z.number().nullable(),
  floorPricePerGpuHour: z.number(),
  assumedFloorPricePerGpuHour: z.number(),
  proxy: z.object({
    part: z.string(),
    basis: z.enum(['spot', 'spot_proxy', 'contract', 'estimate', 'statistic']),
    price: z.number(),
  }),
});

const printedCosts = memoryReference.filter(({ part }) => part === 'socamm-nvidia').map(({ value }) => value);

export const readMemoryPassThrough = (query: Query, licensed: readonly string[] = []) =>
  Promise.all(memoryPassThroughs.map((scenario) => readScenario(query, scenario, licensed)));

async function readScenario(query: Query, scenario: Scenario, licensed: readonly string[]): Promise<PassThroughView> {
  const { id, label, gbPerRack, assumptions } = scenario;
  const figures = figureValues(assumptions);
  const costs = [...new Set([figures.costPerGb ?? Number.NaN, ...printedCosts])];
  const proxied = await Promise.all(
    proxySources.map(async (source) => {
      const runs = await runHistory(query, { model: 'memory-pass-through', subject: `${id}/${source}` });
      return proxySeries(
        source,
        runs,
        await publishableRuns(
          query,
          runs.map((run) => run.id),
          licensed,
        ),
      );
    }),
  );
  return {
    id,
    label,
    gbPerRack,
    atCost: costs.map((cost) => memoryPassThrough(figures, cost)),
    atProxy: proxied.flatMap((series) => series ?? []),
  };
}

/** Those that quote the proxy. */
const proxySources = ['memorymarket', 'memory-reference'];

function proxySeries(
  source: string,
  runs: readonly StoredRun[],
  publishable: ReadonlySet<number>,
): ProxySeries | undefined {
  const points = runs.map((run) => {
    const { proxy, ...output } = Output.parse(run.output);
    const { asOf, receipt } = run;
    return {
      proxy,
      point: { ...output, asOf, receipt, proxyPrice: proxy.price, publishable: publishable.has(run.id) },
    };
  });
  const [first] = points;
  if (first === undefined) return undefined;
  const { part, basis } = first.proxy;
  const sourceName = sourceById(source)?.name ?? source;
  return { source, sourceName, part, basis, points: points.map(({ point }) => point) };
}
