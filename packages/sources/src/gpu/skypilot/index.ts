/** SkyPilot's catalogs of machines, one CSV a cloud: a second opinion on the clouds that have no reader of their own. */
import { gpuFromName, instanceTypeOf } from '@bandgap/catalog';
import { type Artifact, type RentalTerms, type Row, SourceChanged, skip } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { type CsvRow, csvRows } from '../../documents/csv-document.ts';
import { onePerSeries, type RankedRow } from '../../rows/one-per-series.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

const root = 'https://raw.githubusercontent.com/skypilot-org/skypilot-catalog/master/catalogs/v8/';

/** Folders of the repository, and the seller each is about. */
const venueOfCloud: ReadonlyMap<string, string> = new Map([
  ['aws', 'aws'],
  ['gcp', 'gcp'],
  ['lambda', 'lambda'],
  ['nebius', 'nebius'],
  ['paperspace', 'paperspace'],
  ['do', 'digitalocean'],
  ['fluidstack', 'fluidstack'],
  ['cudo', 'cudo'],
  ['azure', 'azure'],
  ['runpod', 'runpod'],
]);
/**
 * Azure is asked itself; Google Cloud's GPUs stand there without their host; RunPod's rows repeat one price for every
 * data centre and stood still for half a year (skypilot-org/skypilot#3794).
 */
const asked = ['aws', 'lambda', 'nebius', 'paperspace', 'do', 'fluidstack', 'cudo'];

/** Accelerators that are no GPUs, or too old to be rented for language models. */
const otherDevices = /^(?:Inferentia|Virtex|Gaudi|Qualcomm|Radeon|tpu-|Neuron)/;

const prices: readonly (readonly [column: string, Pick<RentalTerms, 'surface' | 'tenor'>])[] = [
  ['Price', { surface: 'list', tenor: 'on_demand' }],
  ['SpotPrice', { surface: 'marketplace', tenor: 'spot' }],
];

export const skypilot: Source = {
  id: 'skypilot',
  name: 'SkyPilot catalog',
  home: 'https://github.com/skypilot-org/skypilot-catalog',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '10 4 * * *',
  staleAfterMinutes: 72 * 60,
  licence: { terms: 'attribution', name: 'Public repository, no licence stated', attribution: 'SkyPilot catalog' },
  optIn: false,
  expect: { atLeast: 3, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => asked.map((cloud) => ({ url: `${root}${cloud}/vms.csv` })),
  parse: (artifact) => {
    const venue = venueIn(artifact);
    const rows = csvRows(artifact, {
      columns: ['InstanceType', 'AcceleratorName', 'AcceleratorCount', 'Price', 'Region'],
    });
    return onePerSeries(rows.flatMap((row) => rowsOf(row, venue)));
  },
};

function venueIn({ url }: Artifact): string {
  const [, cloud = ''] = /\/([a-z]+)\/vms\.csv$/.exec(url) ?? [];
  const venue = venueOfCloud.get(cloud);
  if (venue === undefined) throw new SourceChanged(`expected the catalog of a known cloud, was ${url}`);
  return venue;
}

/** Zones of a region have one price on demand; where they differ, as they do on the spot market, the cheapest is taken. */
function rowsOf(row: CsvRow, venue: string): readonly RankedRow[] {
  const [machine, accelerator] = [row.field('InstanceType'), row.field('AcceleratorName')];
  const at = `line ${row.line}`;
  if (accelerator === '' || otherDevices.test(accelerator))
    return [{ row: skip('out_of_scope', `${machine} ${accelerator}: no GPU`, at), rank: 0 }];
  if (machine === '')
    return [{ row: skip('out_of_scope', `${accelerator} without its host: ${row.field('Price')}`, at), rank: 0 }];
  return prices.flatMap(([column, terms]) => {
    const text = row.field(column);
    if (text === '') return [];
    const price = numberIn(text);
    return [
      { row: offer(row, { venue, terms, price, at: `${at} ${column}` }), rank: typeof price === 'number' ? price : 0 },
    ];
  });
}

interface Priced {
  readonly venue: string;
  readonly terms: Pick<RentalTerms, 'surface' | 'tenor'>;
  readonly price: unknown;
  readonly at: string;
}

/** The count of the catalog must be that of the machine, where the machine is known. */
function offer(row: CsvRow, { venue, terms, price, at }: Priced): Row {
  const [machine, accelerator] = [row.field('InstanceType'), row.field('AcceleratorName')];
  const name = `${row.field('AcceleratorCount')}x ${accelerator} in ${machine}`;
  const known = instanceTypeOf(venue, machine);
  const gpus = Number(row.field('AcceleratorCount'));
  if (known !== undefined && known.gpus !== gpus)
    return skip('implausible', `gpu-count: ${machine} at ${venue} has ${known.gpus} GPUs, not ${gpus}`, at);
  return rentalRow({
    venue,
    name,
    gpu: known?.gpu ?? gpuFromName(`${accelerator} ${machine}`) ?? gpuFromName(accelerator),
    gpus,
    usdPerHour: price,
    terms: { ...terms, region: row.field('Region'), instanceType: machine },
    at,
  });
}
