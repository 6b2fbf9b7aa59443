/** AWS' bulk list of EC2 prices for one region, from which only the machines with large GPUs are kept. */
import { instanceTypeOf } from '@bandgap/catalog';
import { type RentalTerms, type Row, skip } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { type CsvRow, csvRows } from '../../documents/csv-document.ts';
import { awsMachines, awsRegions } from '../../rows/aws-machines.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

/** The version, the notes and the names of the columns come before the rows. */
const PREAMBLE = 5;
const preamble = /^"(?:FormatVersion|Disclaimer|Publication Date|Version|OfferCode|SKU)"/;

/** What a plain machine says of itself; others are dedicated, idle, or come with a licence. */
const plain: readonly (readonly [column: string, value: string])[] = [
  ['Tenancy', 'Shared'],
  ['Operating System', 'Linux'],
  ['CapacityStatus', 'Used'],
  ['Pre Installed S/W', 'NA'],
  ['Currency', 'USD'],
];

const contracts: ReadonlyMap<string, RentalTerms['tenor']> = new Map([
  ['1yr', 'contract_1y'],
  ['3yr', 'contract_3y'],
]);

export const awsBulk: Source = {
  id: 'aws-bulk',
  name: 'AWS price list',
  home: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '15 3 * * *',
  staleAfterMinutes: 72 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Amazon Web Services' },
  optIn: false,
  expect: { atLeast: 2, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () =>
    awsRegions.map((region) => ({
      url: `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/${region}/index.csv`,
    })),
  keepLine: (line) => preamble.test(line) || awsMachines.some((machine) => line.includes(`"${machine}"`)),
  parse: (artifact) => {
    const columns = [
      'TermType',
      'Instance Type',
      'PricePerUnit',
      'Unit',
      'LeaseContractLength',
      'PurchaseOption',
      'OfferingClass',
      'Region Code',
      'MarketOption',
      ...plain.map(([column]) => column),
    ];
    return csvRows(artifact, { columns, preamble: PREAMBLE }).map(rowOf);
  },
};

/** A standard reservation without anything up front is a price per hour; the others are in part a sum. */
function rowOf(row: CsvRow): Row {
  const at = `line ${row.line}`;
  const outside = unwanted(row);
  return outside === undefined
    ? priced(row, at)
    : skip('out_of_scope', `${row.field('Instance Type')}: ${outside}`, at);
}

function unwanted(row: CsvRow): string | undefined {
  const different = plain.find(([column, value]) => row.field(column) !== value);
  if (different !== undefined) return `${different[0]} ${row.field(different[0])}`;
  if (row.field('TermType') === 'OnDemand')
    return row.field('MarketOption') === 'OnDemand' ? undefined : `market option ${row.field('MarketOption')}`;
  if (row.field('OfferingClass') !== 'standard') return `${row.field('OfferingClass')} reservation`;
  return row.field('PurchaseOption') === 'No Upfront' ? undefined : `paid ${row.field('PurchaseOption')}`;
}

function priced(row: CsvRow, at: string): Row {
  const [name, unit, length] = [row.field('Instance Type'), row.field('Unit'), row.field('LeaseContractLength')];
  const tenor = row.field('TermType') === 'OnDemand' ? 'on_demand' : contracts.get(length);
  if (tenor === undefined || unit !== 'Hrs') return skip('unknown_unit', `${name} for "${length}" by ${unit}`, at);
  const machine = instanceTypeOf('aws', name);
  return rentalRow({
    venue: 'aws',
    name,
    gpu: machine?.gpu,
    gpus: machine?.gpus,
    usdPerHour: numberIn(row.field('PricePerUnit')),
    terms: {
      surface: 'list',
      tenor,
      region: row.field('Region Code'),
      instanceType: name,
      ...(tenor === 'on_demand' ? {} : { commitment: 'reservation' as const }),
    },
    at,
  });
}
