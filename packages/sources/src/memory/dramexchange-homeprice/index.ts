/** The contract prices behind DRAMeXchange's home page: JSON that carries the day each price was settled, about once a month. */
import { type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { boardPart } from '../../rows/board-part.ts';
import { toGmt } from '../../rows/board-time.ts';
import { memoryRows } from '../../rows/memory-row.ts';

const Printed = z.union([z.number(), z.string()]).transform(String);

const Contract = z.object({
  show_listid: Printed,
  show_name: z.string().trim(),
  /** Local time of Taipei, without a zone. */
  show_day: z.iso.datetime({ local: true }),
  show_hi: Printed,
  show_lo: Printed,
  show_avg: Printed,
  show_avg_change: z.number().nullish(),
});

export const dramexchangeHomeprice: Source = {
  id: 'dramexchange-homeprice',
  name: 'DRAMeXchange contract prices',
  home: 'https://www.dramexchange.com/',
  commodity: 'memory',
  parserVersion: 1,
  schedule: '45 10 * * 1-5',
  staleAfterMinutes: 45 * 1440,
  licence: { terms: 'restricted', name: 'DRAMeXchange terms of service, section 6.2: no reproduction without consent' },
  optIn: true,
  expect: { atLeast: 3, mustQuote: [], rejectIfSkippedOver: 0.3 },
  requests: () =>
    ['NationalDramContract', 'NationalFlashContract'].map((list) => ({
      url: `https://www.dramexchange.com/Home/HomePrice?Source=${list}`,
    })),
  parse: (artifact) =>
    z
      .array(z.unknown())
      .parse(jsonDocument(artifact))
      .flatMap((row, index) => rowsOf(row, index)),
};

/** The number of the list is not that of the spot boards: contracts are known by name. */
function rowsOf(row: unknown, index: number): readonly Row[] {
  const at = jsonPointer(index);
  const read = Contract.safeParse(row);
  if (!read.success) return [skip('not_a_price', `${JSON.stringify(row)}: ${z.prettifyError(read.error)}`, at)];
  const { show_listid, show_name, show_day, show_lo, show_avg, show_hi, show_avg_change } = read.data;
  const identified = boardPart({ label: show_name.replaceAll(/\s+/g, ' '), board: 'dramexchange' });
  if (!('part' in identified)) return [skip(identified.code, `${identified.text}, list number ${show_listid}`, at)];
  return memoryRows({
    part: identified.part,
    venue: 'dramexchange',
    basis: 'contract',
    observedAt: toGmt(`${show_day}Z`),
    prices: [
      { metric: 'session_low', text: show_lo, at: jsonPointer(index, 'show_lo') },
      { metric: 'average', text: show_avg, at: jsonPointer(index, 'show_avg') },
      { metric: 'session_high', text: show_hi, at: jsonPointer(index, 'show_hi') },
    ],
    change: typeof show_avg_change === 'number' ? { percent: show_avg_change, at: `${at}/show_avg_change` } : undefined,
    at,
  });
}
