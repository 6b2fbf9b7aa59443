/** EC2's spot market: what the machines with large GPUs cost at the moment in each region, for those who have a key of AWS. */
import { instanceTypeOf } from '@bandgap/catalog';
import { type Artifact, type Row, SourceChanged, skip } from '@bandgap/core';
import type { CheerioAPI } from 'cheerio/slim';
import type { Source, SourceRequest } from '../../define-source.ts';
import { xmlDocument } from '../../documents/xml-document.ts';
import { awsMachines, awsRegions } from '../../rows/aws-machines.ts';
import { onePerSeries, type RankedRow } from '../../rows/one-per-series.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

const action = 'DescribeSpotPriceHistory';
const plain = 'Linux/UNIX';
const host = /^https:\/\/ec2\.([a-z0-9-]+)\.amazonaws\.com\//;

/** Filters leave out what a region does not have; named outright, an unknown machine would fail the whole request. */
const question = new URLSearchParams([
  ['Action', action],
  ['Version', '2016-11-15'],
  ['MaxResults', '1000'],
  ['Filter.1.Name', 'product-description'],
  ['Filter.1.Value.1', plain],
  ['Filter.2.Name', 'instance-type'],
  ...awsMachines.map((machine, index): [string, string] => [`Filter.2.Value.${index + 1}`, machine]),
]);

/** Of a history that starts now there is the last change alone: the price in force. */
const inForce = (url: string): SourceRequest => ({ url, timeParameter: 'StartTime' });

export const awsSpot: Source = {
  id: 'aws-spot',
  name: 'AWS spot prices',
  home: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSpotPriceHistory.html',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '52 5,11,17,23 * * *',
  staleAfterMinutes: 24 * 60,
  licence: { terms: 'attribution', name: 'Amazon EC2 API', attribution: 'Amazon Web Services' },
  optIn: false,
  authentication: { kind: 'aws_signature', service: 'ec2', id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY' },
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => awsRegions.map((region) => inForce(`https://ec2.${region}.amazonaws.com/?${question}`)),
  follow: (artifact) => {
    const token = answerIn(artifact)('nextToken').text();
    if (token === '') return undefined;
    const url = new URL(artifact.url);
    url.searchParams.set('NextToken', token);
    return inForce(url.href);
  },
  parse: (artifact) => {
    const $ = answerIn(artifact);
    const [, region] = host.exec(artifact.url) ?? [];
    if (region === undefined) throw new SourceChanged(`expected the answer of a region, was that of ${artifact.url}`);
    return onePerSeries(
      $('spotPriceHistorySet > item')
        .toArray()
        .map((item, index) => {
          const text = (name: string) => $(item).children(name).text().trim();
          return priced(text, { region, at: `item ${index + 1}` });
        }),
    );
  },
};

const answerIn = (artifact: Artifact): CheerioAPI => xmlDocument(artifact, `${action}Response`);

interface Place {
  readonly region: string;
  readonly at: string;
}

/**
 * Of the zones of a region the cheapest speaks: one account calls `a` what another calls `b`. So the price is that of the
 * fetch, for the cheapest zone may have changed its price before a zone that was the cheapest then.
 */
function priced(text: (name: string) => string, { region, at }: Place): RankedRow {
  const [name, product, price] = [text('instanceType'), text('productDescription'), numberIn(text('spotPrice'))];
  if (product !== plain) return { row: skip('out_of_scope', `${name}: ${product}`, at), rank: 0 };
  const machine = instanceTypeOf('aws', name);
  const row: Row = rentalRow({
    venue: 'aws',
    name,
    gpu: machine?.gpu,
    gpus: machine?.gpus,
    usdPerHour: price,
    terms: { surface: 'marketplace', tenor: 'spot', region, instanceType: name },
    at,
  });
  return { row, rank: typeof price === 'number' ? price : 0 };
}
