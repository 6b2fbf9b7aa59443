/** The figures of today, what is new about them, and the alerts that fire. */
import type { AlertRule } from '@bandgap/catalog';
import { addDays, addMinutes, dayOf, type Instant, startOf } from '@bandgap/core';
import { latestRun, type Query, runById, runByReceipt, type StoredRun, standingTransitions } from '@bandgap/db';
import { type Figure, readFigures } from '@bandgap/receipts';
import { type RulesAsked, rulesInForce } from './alerts-rules.ts';
import { readDataTime } from './data-time.ts';
import type { Change, FiringAlert, Today } from './readers.ts';
import { BlendOutput, IndexOutput, UnitPriceOutput } from './run-outputs.ts';
import { readSources } from './source-reader.ts';

export async function readToday(query: Query, { now, rules }: RulesAsked): Promise<Today> {
  const [figures, sources, firing, dataTime] = await Promise.all([
    readFigures(query),
    readSources(query, now),
    firingAlerts(query, rules),
    readDataTime(query),
  ]);
  const changes = (await Promise.all(figures.map((figure) => changeOf(query, figure)))).filter(
    (each) => each !== undefined,
  );
  const since = dayBeforeNewestFixing(figures);
  return { dataTime, figures, sources, firing, changes: changes.filter(({ to }) => to.asOf >= since) };
}

/** Indices are fixed every day, so they say which day it is in the data; the empty text where there are none. */
const dayBeforeNewestFixing = (figures: readonly Figure[]): Instant => {
  const fixed = figures.filter(({ id }) => id.startsWith('index/')).map(({ asOf }) => asOf);
  const newest = fixed.sort().at(-1);
  return newest === undefined ? '' : startOf(addDays(dayOf(newest), -1));
};

/** Undefined where the figure is one of those that nothing quotes daily, is new, or is as it was. */
async function changeOf(query: Query, figure: Figure): Promise<Change | undefined> {
  const run = await runByReceipt(query, figure.receipt);
  const value = dailyValue(run);
  if (value === null) return undefined;
  const { model, subject, asOf, receipt } = run;
  const previous = await latestRun(query, { model, subject, asOf: addMinutes(startOf(dayOf(asOf)), -1) });
  const before = previous && dailyValue(previous);
  if (previous === undefined || before == null || before === value) return undefined;
  const { id, label, unit, publishable } = figure;
  return {
    id,
    label,
    unit,
    publishable,
    from: { value: before, asOf: previous.asOf, receipt: previous.receipt },
    to: { value, asOf, receipt },
  };
}

function dailyValue({ model, output }: StoredRun): number | null {
  switch (model) {
    case 'rental-index':
      return IndexOutput.parse(output).pricePerGpuHour;
    case 'blended-price':
      return BlendOutput.parse(output).blendedPerMTok;
    case 'memory-unit-price':
      return UnitPriceOutput.parse(output).price;
    default:
      return null;
  }
}

/** Rules about sources are left out: how sources are has a place of its own. */
async function firingAlerts(query: Query, given: readonly AlertRule[]): Promise<readonly FiringAlert[]> {
  const priced = (await rulesInForce(query, given)).filter(({ subject }) => subject.kind !== 'source');
  const alerts = await Promise.all(
    priced.map(async ({ id: rule, title }) => {
      const last = (await standingTransitions(query, rule)).at(-1);
      if (last?.to !== 'firing') return [];
      const { asOf: since, value, reference, unit, strong, runId } = last;
      const run = runId === null ? undefined : await runById(query, runId);
      return [{ rule, title, since, value, reference, unit, strong, ...(run && { receipt: run.receipt }) }];
    }),
  );
  return alerts.flat();
}
