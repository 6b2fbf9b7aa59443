/** Ornn's memory index: one price a day for each product of the DRAMeXchange boards, for holders of a key. */
import { type Row, skip, startOf } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { boardPart } from '../../rows/board-part.ts';
import { memoryRows } from '../../rows/memory-row.ts';

const Index = z.object({ success: z.literal(true), date: z.iso.date(), data: z.array(z.unknown()).min(1) });

const Price = z.object({
  memoryType: z.string(),
  price: z.number(),
  changePct: z.number().nullish(),
});

export const ornnMemory: Source = {
  id: 'ornn-memory',
  name: 'Ornn memory index',
  home: 'https://www.ornndata.com',
  commodity: 'memory',
  parserVersion: 1,
  schedule: '10 14 * * 1-5',
  staleAfterMinutes: 5 * 1440,
  licence: { terms: 'restricted', name: 'Ornn data subscription' },
  optIn: true,
  needsKey: 'ORNN_API_KEY',
  expect: { atLeast: 3, mustQuote: [], rejectIfSkippedOver: 0.3 },
  requests: ({ key }) => [
    { url: 'https://data.ornnai.com/api/memory-index', headers: { authorization: `Bearer ${key}` } },
  ],
  parse: (artifact) => {
    const { date, data } = Index.parse(jsonDocument(artifact));
    return data.flatMap((price, index) => rowsOf(price, date, jsonPointer('data', index)));
  },
};

function rowsOf(price: unknown, date: string, at: string): readonly Row[] {
  const read = Price.safeParse(price);
  if (!read.success) return [skip('not_a_price', `${JSON.stringify(price)}: ${z.prettifyError(read.error)}`, at)];
  const { memoryType: label, price: value, changePct } = read.data;
  const identified = boardPart({ label, board: 'dramexchange' });
  if (!('part' in identified)) return [skip(identified.code, identified.text, at)];
  return memoryRows({
    part: identified.part,
    venue: 'ornn',
    basis: 'spot',
    observedAt: startOf(date),
    prices: [{ metric: 'average', text: String(value), at: `${at}/price` }],
    change: typeof changePct === 'number' ? { percent: changePct, at: `${at}/changePct` } : undefined,
    at,
  });
}
