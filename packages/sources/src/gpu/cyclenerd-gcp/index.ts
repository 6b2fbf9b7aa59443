/** Google Cloud as the Pricing Cost Calculator lists it, host included: on demand, spot, and committed for one and three years. */
import { type InstanceType, instanceTypes } from '@bandgap/catalog';
import {
  type Artifact,
  daysBetween,
  type RentalTerms,
  type Row,
  SourceChanged,
  skip,
  textOf,
  toInstant,
} from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { rentalRow } from '../../rows/rental-row.ts';
import { machinePrices, type RegionPrices } from './machine-prices.ts';
import { hasMachine } from './machine-regions.ts';

/** What the file counts as a month. */
const HOURS_OF_MONTH = 730;
/** It is made anew about once a week. */
const OLDEST_DAYS = 14;

const offers: readonly (readonly [member: string, hours: number, Pick<RentalTerms, 'surface' | 'tenor'>])[] = [
  ['hour', 1, { surface: 'list', tenor: 'on_demand' }],
  ['hour_spot', 1, { surface: 'marketplace', tenor: 'spot' }],
  ['month_1y', HOURS_OF_MONTH, { surface: 'list', tenor: 'contract_1y' }],
  ['month_3y', HOURS_OF_MONTH, { surface: 'list', tenor: 'contract_3y' }],
];

const machines = instanceTypes.filter(({ cloud }) => cloud === 'gcp');

export const cyclenerdGcp: Source = {
  id: 'cyclenerd-gcp',
  name: 'Google Cloud Pricing Cost Calculator',
  home: 'https://github.com/Cyclenerd/google-cloud-pricing-cost-calculator',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '56 23 * * *',
  staleAfterMinutes: 72 * 60,
  licence: { terms: 'attribution', name: 'Apache-2.0', attribution: 'Nils Knieling' },
  optIn: false,
  expect: { atLeast: 4, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [
    { url: 'https://raw.githubusercontent.com/Cyclenerd/google-cloud-pricing-cost-calculator/master/pricing.yml' },
  ],
  parse: (artifact) => {
    const yaml = textOf(artifact);
    refuseStale(yaml, artifact);
    const listed = new Map(machinePrices(yaml).map((prices) => [prices.machine, prices]));
    return machines.flatMap((machine) =>
      (listed.get(machine.name)?.regions ?? []).flatMap((region) => rowsOf(machine, region)),
    );
  },
};

/** The list is only as new as the day it was made on, however often it is fetched. */
function refuseStale(yaml: string, { fetchedAt }: Artifact): void {
  const [, seconds] = /\n {2}timestamp: (\d+)\n/.exec(yaml) ?? [];
  if (seconds === undefined) throw new SourceChanged('expected about: timestamp:, found none');
  const madeAt = toInstant(new Date(Number(seconds) * 1000));
  if (daysBetween(madeAt, fetchedAt) > OLDEST_DAYS)
    throw new SourceChanged(`expected a list of the last ${OLDEST_DAYS} days, was made at ${madeAt}`);
}

function rowsOf({ name, gpu, gpus }: InstanceType, { region, prices }: RegionPrices): readonly Row[] {
  return offers.flatMap(([member, hours, terms]): readonly Row[] => {
    const price = prices.get(member);
    if (price === undefined) return [];
    const at = `compute.instance.${name}.cost.${region}.${member}`;
    if (!hasMachine(region, name)) return [skip('out_of_scope', `${name} is not to be had in ${region}`, at)];
    return [
      rentalRow({
        venue: 'gcp',
        name,
        gpu,
        gpus,
        usdPerHour: price / hours,
        terms: { ...terms, region, instanceType: name },
        at,
      }),
    ];
  });
}
