/** Memory prices printed in public, from the catalog: the history before Bandgap began to record. */
import { memoryReferenceReleasedAt, memoryReference as points } from '@bandgap/catalog';
import { canonicalJson, quote, type Row, skip, units } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { printedFigures, rowsInPrint } from '../../rows/printed-figures.ts';

const Point = z.object({
  part: z.string(),
  publisher: z.string(),
  basis: z.enum(['spot', 'spot_proxy', 'contract', 'estimate']),
  status: z.enum(['actual', 'estimate', 'forecast']),
  value: z.number(),
  unit: z.enum(units),
  asOf: z.iso.date(),
});

export const memoryReference: Source = {
  ...printedFigures,
  id: 'memory-reference',
  name: 'Memory prices printed in public',
  home: 'https://www.trendforce.com/price',
  commodity: 'memory',
  expect: { atLeast: 20, mustQuote: ['dram-ddr5-16gb-4800'], rejectIfSkippedOver: 0 },
  bundled: { releasedAt: memoryReferenceReleasedAt, body: () => canonicalJson(points) },
  parse: (artifact) => rowsInPrint(artifact, Point, rowOf),
};

/** Forecasts are not observations, whoever makes them. */
function rowOf({ part, publisher, basis, status, value, unit, asOf }: z.infer<typeof Point>, at: string): Row {
  const observedAt = `${asOf}T00:00:00.000Z`;
  if (status === 'forecast' || observedAt > memoryReferenceReleasedAt)
    return skip('out_of_scope', `${part} ${value} ${unit} expected for ${asOf}`, at);
  const series = {
    subject: part,
    metric: 'average',
    venue: publisher,
    terms: { kind: 'memory', basis },
    unit,
  } as const;
  return quote({ series, value, observedAt, at });
}
