/** Rental prices of signed contracts, printed in public, from the catalog: nobody lists them daily. */
import { rentalReference as points, rentalReferenceReleasedAt } from '@bandgap/catalog';
import { canonicalJson, quote, type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { printedFigures, rowsInPrint } from '../../rows/printed-figures.ts';

const Point = z.object({
  gpu: z.string(),
  source: z.string(),
  surface: z.enum(['list', 'marketplace', 'transacted', 'survey', 'index']),
  tenor: z.enum(['on_demand', 'spot', 'serverless', 'contract_1y', 'contract_3y', 'contract_5y']),
  value: z.number(),
  unit: z.literal('USD/GPU-hr'),
  asOf: z.iso.date(),
});

export const rentalReference: Source = {
  ...printedFigures,
  id: 'rental-reference',
  name: 'Contract rental prices printed in public',
  home: 'https://newsletter.semianalysis.com/p/the-great-gpu-shortage-rental-capacity',
  commodity: 'gpu_rental',
  expect: { atLeast: 4, mustQuote: ['h100', 'gb300'], rejectIfSkippedOver: 0 },
  bundled: { releasedAt: rentalReferenceReleasedAt, body: () => canonicalJson(points) },
  parse: (artifact) => rowsInPrint(artifact, Point, rowOf),
};

function rowOf({ gpu, source, surface, tenor, value, unit, asOf }: z.infer<typeof Point>, at: string): Row {
  const observedAt = `${asOf}T00:00:00.000Z`;
  if (observedAt > rentalReferenceReleasedAt)
    return skip('out_of_scope', `${gpu} ${value} ${unit} expected for ${asOf}`, at);
  const series = {
    subject: gpu,
    metric: 'rental',
    venue: publisherIn(source),
    terms: { kind: 'rental', surface, tenor },
    unit,
  } as const;
  return quote({ series, value, observedAt, at });
}

/** `SemiAnalysis, The Great GPU Shortage, 2026-04-02` names its publisher first: `semianalysis`. */
const publisherIn = (citation: string): string =>
  citation
    .replace(/,.*/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
