/** CoreWeave's price page: machines on demand and spot. Off by default, for its terms do not allow automated access. */
import { gpuFromName } from '@bandgap/catalog';
import { type RentalTerms, type Row, SourceChanged, skip, textOf } from '@bandgap/core';
import { type CheerioAPI, load } from 'cheerio/slim';
import type { Source } from '../../define-source.ts';
import { nestingDepth } from '../../documents/nesting-depth.ts';
import { withoutCopiedPrices } from '../../rows/copied-price.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

const section = /<h2[^>]*>\s*On-demand GPU instances\s*<\/h2>(.*?)<h2[^>]*>\s*On-demand CPU instances\s*<\/h2>/is;
const deepestAllowed = 64;

const prices: readonly (readonly [selector: string, Pick<RentalTerms, 'surface' | 'tenor'>])[] = [
  ['.instance-price', { surface: 'list', tenor: 'on_demand' }],
  ['.spot-price', { surface: 'marketplace', tenor: 'spot' }],
];

export const coreweave: Source = {
  id: 'coreweave',
  name: 'CoreWeave price page',
  home: 'https://www.coreweave.com/pricing',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '50 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'restricted', name: 'CoreWeave terms of service' },
  optIn: true,
  expect: { atLeast: 3, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://www.coreweave.com/pricing' }],
  parse: (artifact) => {
    const page = gpuSection(textOf(artifact));
    const rows = page('.table-v2.gpu-pricing')
      .toArray()
      .flatMap((table) => {
        const region = page(table).prevAll('h5').first().text();
        return machinesIn(
          page,
          page(table),
          region
            .replace(/^\s*region:\s*/i, '')
            .trim()
            .toLowerCase(),
        );
      });
    return withoutCopiedPrices(rows);
  },
};

const machinesIn = (page: CheerioAPI, table: ReturnType<CheerioAPI>, region: string): readonly Row[] =>
  table
    .find('.table-row-v2')
    .toArray()
    .flatMap((row, index) => rowsOf(machineIn(page(row)), `${region} row ${index + 1}`, region));

interface Machine {
  readonly name: string;
  readonly gpus: string;
  priceAt(selector: string): string;
}

/** Name and prices stand in one row of the table; a row without a price never takes that of its neighbour. */
function machineIn(row: ReturnType<CheerioAPI>): Machine {
  const labelled = row.find('.table-meta-text-right').filter((_, cell) => /GPU Count/.test(row.find(cell).text()));
  labelled.find('sup').remove();
  return {
    name: row.find('.table-model-name').first().text().trim(),
    gpus: labelled.find('.table-meta-value').first().text().trim(),
    priceAt: (selector) => row.find(`${selector} .item-value`).first().text().trim(),
  };
}

function rowsOf({ name, gpus, priceAt }: Machine, place: string, region: string): readonly Row[] {
  const [, count] = /^(\d+)(?:\^\d+)?$/.exec(gpus) ?? [];
  return prices.map(([selector, terms]) => {
    const at = `${place} ${selector}`;
    const price = priceAt(selector);
    if (price === '' || price === 'N/A') return skip('out_of_scope', `${name}: no list price`, at);
    return rentalRow({
      venue: 'coreweave',
      name,
      gpu: gpuFromName(name),
      gpus: count === undefined ? undefined : Number(count),
      usdPerHour: numberIn(price),
      terms: { ...terms, ...(region !== '' && { region }) },
      at,
    });
  });
}

/** The table of GPUs ends where the heading of the CPUs stands; a page that was cut off does not have it. */
function gpuSection(html: string): CheerioAPI {
  const [, table] = section.exec(html) ?? [];
  if (table === undefined)
    throw new SourceChanged('expected the GPU instances, up to the heading of the CPU instances');
  if (nestingDepth(table, deepestAllowed) > deepestAllowed)
    throw new SourceChanged(`refused a table nested deeper than ${deepestAllowed} elements`);
  return load(table, { xml: { xmlMode: false } }, false);
}
