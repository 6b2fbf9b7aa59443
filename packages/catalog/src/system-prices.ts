/** How much of the all-in capex of a floor is the system itself, and so in its vendor's hands. */
import type { Day } from '@bandgap/core';
import { type Assumption, assumptionSet } from './assumption.ts';
import { trainingBenchmarks } from './citations.ts';
import { type SystemId, systemById } from './systems.ts';

export interface SystemPrice {
  readonly system: SystemId;
  /** Date of the set whose capex it is part of. */
  readonly asOf: Day;
  readonly figure: Assumption;
}

/** A GB200 NVL72 rack of 3.1 million USD is 3.9 million all-in; nobody printed the same for other racks. */
const shareInGb200 = 3.1 / 3.9;

function shareOf(system: SystemId, allInPerGpu: number): readonly SystemPrice[] {
  const figures = assumptionSet(`2026-05-01/${system}-system`, {
    systemPricePerGpu: {
      value: allInPerGpu * shareInGb200,
      unit: 'USD',
      basis: 'inferred',
      note: 'The share of the rack in the all-in cost of a GB200 NVL72, 3.1 of 3.9 million USD, taken over.',
      ...trainingBenchmarks,
    },
  });
  return figures.map((figure) => ({ system, asOf: '2026-05-01', figure }));
}

const printed = (system: SystemId, pricesOf: SystemId = system): readonly SystemPrice[] =>
  (systemById(pricesOf)?.facts ?? [])
    .filter(({ role }) => role === 'systemPricePerGpu')
    .map((figure) => ({ system, asOf: '2026-07-23', figure }));

export const systemPrices: readonly SystemPrice[] = [
  ...shareOf('vr-nvl72', (38.1 * 220_000) / 72),
  ...shareOf('gb300-nvl72', (37.4 * 142_000) / 72),
  ...printed('vr-nvl72'),
  ...printed('vr-nvl72-max-q', 'vr-nvl72'),
  ...printed('b300-hgx'),
  ...printed('gb200-nvl72'),
  ...shareOf('gb300-nvl72', (37.4 * 142_000) / 72).map((price) => ({ ...price, asOf: '2026-07-23' })),
];

/** Undefined where the price of the system within the capex of that date is not known. */
export const systemPriceOf = (system: SystemId, asOf: Day): Assumption | undefined =>
  systemPrices.find((price) => price.system === system && price.asOf === asOf)?.figure;
