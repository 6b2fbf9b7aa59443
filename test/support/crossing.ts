/** A rental index that sinks below its floor, stored as runs, and what a rule told of it. */
import { type FloorProject, floorProjects } from '@bandgap/catalog';
import { addDays, type Day, fixingOf, type Instant, type RunQuestion, receiptOf, startOf } from '@bandgap/core';
import { type AlertTransition, oweDelivery, type Query, runByReceipt, storeRun, storeTransition } from '@bandgap/db';
import { rentalFloorRun } from '@bandgap/models';

export const ruleId = 'h100-on-demand-below-floor';
const index = 'h100/on_demand/neocloud';
export const firstDay: Day = '2026-05-02';

/** One fixing a day, and the run of the floor. */
export async function storeIndex(query: Query, prices: readonly number[]) {
  const floor = await storeFloor(query);
  const fixings: { readonly day: Day; readonly asOf: Instant; readonly price: number; readonly runId: number }[] = [];
  for (const [number, price] of prices.entries()) {
    const day = addDays(firstDay, number);
    const asOf = startOf(day);
    const question = { model: 'rental-index', version: 1, subject: index, asOf, knownAt: fixingOf(day), inputs: [] };
    fixings.push({ day, asOf, price, runId: await stored(query, question, indexOutput(price)) });
  }
  return { floor, fixings };
}

const indexOutput = (price: number) => ({
  pricePerGpuHour: price,
  low: price - 0.05,
  high: price + 0.04,
  n: 14,
  confidence: 'ok',
  constituents: [],
  excluded: [],
});

/** The floor of a date; `changed` values by role make it another than the catalog's. */
export async function storeFloor(
  query: Query,
  asOf: Day = '2026-05-01',
  changed: Readonly<Record<string, number>> = {},
) {
  const project = floorProjects.find(({ id }) => id === 'h100-sxm/on_demand') as FloorProject;
  const inputs = project.assumptions.map(({ id, role, value }) => ({
    kind: 'assumption' as const,
    id,
    role,
    value: changed[role] ?? value,
  }));
  const at = startOf(asOf);
  const question = { model: 'rental-floor', version: 1, subject: project.id, asOf: at, knownAt: at, inputs };
  const output = rentalFloorRun.compute(question) as { readonly floorPricePerGpuHour: number };
  return { runId: await stored(query, question, output), price: output.floorPricePerGpuHour };
}

async function stored(query: Query, question: RunQuestion, output: object): Promise<number> {
  const receipt = receiptOf(question);
  const origins = question.inputs.map(() => ({ kind: 'assumption' as const }));
  await storeRun(query, { run: { ...question, receipt, output }, origins });
  return (await runByReceipt(query, receipt)).id;
}

export const told = (changed: Partial<AlertTransition> = {}): AlertTransition => ({
  ruleId,
  asOf: startOf(firstDay),
  from: 'ok',
  to: 'firing',
  kind: 'transition',
  value: 1.84,
  reference: 1.9,
  unit: 'USD/GPU-hr',
  strong: false,
  since: startOf(firstDay),
  runId: null,
  referenceRunId: null,
  eventKey: null,
  revision: 1,
  ...changed,
});

/** Stores transitions of one rule on successive days, each owed to every channel. Returns the ids of the deliveries. */
export async function oweMessages(
  query: Query,
  { channels, count = 1, rule = ruleId }: { channels: readonly string[]; count?: number; rule?: string },
) {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const asOf = startOf(addDays(firstDay, number));
    const [from, to] = number % 2 === 0 ? ['ok', 'firing'] : ['firing', 'ok'];
    const transitionId = await storeTransition(query, told({ ruleId: rule, asOf, from, to, since: asOf }));
    for (const channel of channels) {
      const id = `msg_${rule}_${number}_${channel}`;
      await oweDelivery(query, {
        id,
        transitionId: transitionId ?? 0,
        channel,
        nextAttemptAt: fixingOf(firstDay),
      });
      ids.push(id);
    }
  }
  return ids;
}
