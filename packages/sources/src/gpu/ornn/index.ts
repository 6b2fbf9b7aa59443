/** Ornn's GPU index: what executed trades of a GPU-hour came to on a day, for holders of a key. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, skip, startOf } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Answer = z.object({ success: z.literal(true), data: z.array(z.unknown()).min(1) });

const DailyIndex = z.object({ gpu_type: z.string(), index_value: z.number(), date: z.iso.date() });

export const ornn: Source = {
  id: 'ornn',
  name: 'Ornn Compute Price Index',
  home: 'https://www.ornndata.com/docs',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '20 14 * * *',
  staleAfterMinutes: 72 * 60,
  licence: { terms: 'restricted', name: 'Ornn data subscription' },
  optIn: true,
  needsKey: 'ORNN_API_KEY',
  expect: { atLeast: 1, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.5 },
  requests: ({ key }) => [
    { url: 'https://api.ornnai.com/api/daily-index-simple', headers: { authorization: `Bearer ${key}` } },
  ],
  parse: (artifact) => Answer.parse(jsonDocument(artifact)).data.map(rowOf),
};

/** An index of trades is compared with other indices, and counts in none. */
function rowOf(entry: unknown, index: number): Row {
  const at = jsonPointer('data', index, 'index_value');
  const read = DailyIndex.safeParse(entry);
  if (!read.success) return skip('not_a_price', z.prettifyError(read.error), at);
  const { gpu_type: name, index_value: usdPerHour, date } = read.data;
  return rentalRow({
    venue: 'ornn',
    name,
    gpu: gpuFromName(name),
    gpus: 'each',
    usdPerHour,
    terms: { surface: 'index', tenor: 'on_demand' },
    observedAt: startOf(date),
    at,
  });
}
