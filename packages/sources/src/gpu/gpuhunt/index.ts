/** gpuhunt's catalogs of machines, one archive a cloud: the longest public record, with spot prices that need an account elsewhere. */
import { gpuFromName, instanceTypeOf } from '@bandgap/catalog';
import { type Artifact, SourceChanged, skip } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { type CsvRow, csvRows } from '../../documents/csv-document.ts';
import { onePerSeries, type RankedRow } from '../../rows/one-per-series.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';
import { zipEntry } from './zip-entry.ts';

const root = 'https://dstack-gpu-pricing.s3.eu-west-1.amazonaws.com/v3/';

/** Those that are not asked themselves. Crusoe's catalog is a table in the code, with estimates in it. */
const venueOfProvider: ReadonlyMap<string, string> = new Map([
  ['aws', 'aws'],
  ['gcp', 'gcp'],
  ['lambdalabs', 'lambda'],
  ['nebius', 'nebius'],
  ['cloudrift', 'cloudrift'],
]);

const columns = ['instance_name', 'location', 'price', 'gpu_count', 'gpu_name', 'gpu_memory', 'spot'];

export const gpuhunt: Source = {
  id: 'gpuhunt',
  name: 'gpuhunt catalogs',
  home: 'https://github.com/dstackai/gpuhunt',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '20 4 * * *',
  staleAfterMinutes: 72 * 60,
  licence: { terms: 'attribution', name: 'Public catalog, no licence stated', attribution: 'dstack gpuhunt' },
  optIn: false,
  expect: { atLeast: 2, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [...venueOfProvider.keys()].map((provider) => ({ url: `${root}${provider}/latest/catalog.zip` })),
  parse: (artifact) => {
    const { provider, venue } = providerIn(artifact);
    const bytes = zipEntry(artifact.bytes, `${provider}.csv`);
    return onePerSeries(csvRows({ ...artifact, bytes }, { columns }).map((row) => cheapestFirst(row, venue)));
  },
};

function providerIn({ url }: Artifact): { readonly provider: string; readonly venue: string } {
  const [, provider = ''] = /\/v3\/([a-z]+)\/[^/]+\/catalog\.zip$/.exec(url) ?? [];
  const venue = venueOfProvider.get(provider);
  if (venue === undefined) throw new SourceChanged(`expected the catalog of a known provider, was ${url}`);
  return { provider, venue };
}

/** Of the zones of a region the cheapest speaks. Google's TPUs are counted in cores. */
function cheapestFirst(row: CsvRow, venue: string): RankedRow {
  const at = `line ${row.line}`;
  const [machine, gpuName] = [row.field('instance_name'), row.field('gpu_name')];
  if (gpuName === '' || row.field('gpu_vendor') === 'google' || gpuName.startsWith('tpu-'))
    return { row: skip('out_of_scope', `${machine}: no GPU`, at), rank: 0 };
  const known = instanceTypeOf(venue, machine);
  const gpus = Number(row.field('gpu_count'));
  if (known !== undefined && known.gpus !== gpus)
    return {
      row: skip('implausible', `gpu-count: ${machine} at ${venue} has ${known.gpus} GPUs, not ${gpus}`, at),
      rank: 0,
    };

  const spot = row.field('spot') === 'True';
  const name = `${gpuName} ${Number(row.field('gpu_memory'))}GB`;
  const usdPerHour = numberIn(row.field('price'));
  const priced = rentalRow({
    venue,
    name: `${gpus}x ${name} in ${machine}`,
    gpu: known?.gpu ?? gpuFromName(`${name} ${machine}`) ?? gpuFromName(name),
    gpus,
    usdPerHour,
    terms: {
      surface: spot ? 'marketplace' : 'list',
      tenor: spot ? 'spot' : 'on_demand',
      region: row.field('location'),
      instanceType: machine,
    },
    at,
  });
  return { row: priced, rank: typeof usdPerHour === 'number' ? usdPerHour : 0 };
}
