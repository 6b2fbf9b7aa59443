/**
 * Rental prices that no public page has, from a file of the operator: licensed indices, surveys, signed contracts.
 * Columns: gpu, publisher, surface, tenor, usd_per_gpu_hour, as_of, source_url, licence, and note if there is one.
 */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, skip, startOf } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { type CsvRow, csvRows } from '../../documents/csv-document.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

const columns = ['gpu', 'publisher', 'surface', 'tenor', 'usd_per_gpu_hour', 'as_of', 'source_url', 'licence'];

const Terms = z.object({
  surface: z.enum(['list', 'marketplace', 'transacted', 'survey', 'index']),
  tenor: z.enum(['on_demand', 'spot', 'serverless', 'contract_1y', 'contract_3y', 'contract_5y']),
});

export const rentalImport: Source = {
  id: 'rental-import',
  name: 'Imported rental prices',
  home: 'https://www.rfc-editor.org/rfc/rfc4180',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '0 0 1 1 *',
  staleAfterMinutes: 45 * 1440,
  licence: { terms: 'restricted', name: 'As stated in each row' },
  optIn: true,
  imported: true,
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0 },
  requests: () => [],
  parse: (artifact) => csvRows(artifact, { columns }).map(rowOf),
};

/** A number without its origin is not a price, however plausible. */
function rowOf(row: CsvRow): Row {
  const at = `line ${row.line}`;
  const [gpu, publisher, asOf] = [row.field('gpu'), row.field('publisher'), row.field('as_of')];
  const terms = Terms.safeParse({ surface: row.field('surface'), tenor: row.field('tenor') });
  if (!terms.success) return skip('unknown_unit', `${gpu}: ${z.prettifyError(terms.error)}`, at);
  if (publisher === '' || row.field('licence') === '' || !z.url().safeParse(row.field('source_url')).success)
    return skip('not_a_price', `provenance: ${gpu} needs publisher, source_url and licence`, at);
  if (!z.iso.date().safeParse(asOf).success) return skip('no_date', `${gpu}: expected a day, was "${asOf}"`, at);
  return rentalRow({
    venue: publisher,
    name: gpu,
    gpu: gpuFromName(gpu),
    gpus: 'each',
    usdPerHour: numberIn(row.field('usd_per_gpu_hour')),
    terms: terms.data,
    observedAt: startOf(asOf),
    at,
  });
}
