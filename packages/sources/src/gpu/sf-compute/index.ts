/** SF Compute: what GPU-hours changed hands for, day by day over the last month, from the home page. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, SourceChanged, skip, startOf } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { htmlDocument } from '../../documents/html-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

/** `top` and `bottom` are not read: a single order at a cent has been the bottom of a day. */
const Days = z.array(z.object({ date: z.string().regex(/^\$D\d{4}-\d{2}-\d{2}T/), avg: z.number() }));
const History = z.record(z.string(), Days);
type Day = z.infer<typeof Days>[number];

export const sfCompute: Source = {
  id: 'sf-compute',
  name: 'SF Compute market',
  home: 'https://sfcompute.com',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '30 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public web page', attribution: 'The San Francisco Compute Company' },
  optIn: false,
  expect: { atLeast: 3, mustQuote: ['h100'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://sfcompute.com/' }],
  parse: (artifact) => {
    const page = htmlDocument(artifact);
    const scripts = page('script')
      .toArray()
      .map((script) => page(script).text());
    return Object.entries(historyIn(scripts)).flatMap(([hardware, days]) =>
      days.map((day, index) => rowOf(hardware, day, `pricesByHardwareType ${hardware} ${index} avg`)),
    );
  },
};

/** The page carries its figures as text inside calls of `self.__next_f.push`. */
function historyIn(scripts: readonly string[]): z.infer<typeof History> {
  const payload = scripts
    .flatMap((script) => /^self\.__next_f\.push\(\[1,(".*")\]\)$/s.exec(script.trim())?.[1] ?? [])
    .map((text) => z.string().parse(JSON.parse(text)))
    .join('');
  const [, history] = /"pricesByHardwareType":(\{.*?\]\})/s.exec(payload) ?? [];
  if (history === undefined)
    throw new SourceChanged(`expected pricesByHardwareType in ${scripts.length} scripts, found none`);
  return History.parse(JSON.parse(history));
}

/** A day without trades has an average of zero; the current day is still open. */
function rowOf(hardware: string, { date, avg }: Day, at: string): Row {
  const day = date.slice(2, 12);
  if (avg === 0) return skip('out_of_scope', `${hardware} on ${day}: no trades`, at);
  return rentalRow({
    venue: 'sfcompute',
    name: hardware,
    gpu: gpuFromName(hardware),
    gpus: 'each',
    usdPerHour: avg,
    terms: { surface: 'transacted', tenor: 'on_demand' },
    observedAt: startOf(day),
    at,
  });
}
