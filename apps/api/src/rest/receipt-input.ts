/** One input of a receipt, with its origin. */
import type { ReceiptLine } from '@bandgap/receipts';
import { z } from '@hono/zod-openapi';
import type { Publication } from './publication.ts';

const Observed = z.object({
  kind: z.literal('observation'),
  role: z.string(),
  series: z.object({
    source: z.string(),
    subject: z.string(),
    metric: z.string(),
    venue: z.string(),
    terms: z.record(z.string(), z.unknown()),
    unit: z.string(),
  }),
  value: z.number().nullable().openapi({ description: 'Null where it is not publishable.' }),
  observedAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  document: z.object({
    url: z.string(),
    fetchedAt: z.iso.datetime(),
    sha256: z.string(),
    at: z.string(),
    parserVersion: z.int(),
    origin: z.enum(['schedule', 'backfill']),
  }),
  licence: z.string().nullable(),
  publishable: z.boolean(),
});

const Assumed = z.object({
  kind: z.literal('assumption'),
  role: z.string(),
  id: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string().nullable().openapi({ description: 'Null, as what follows, where the catalog no longer has it.' }),
  asOf: z.iso.date().nullable(),
  basis: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
});

const Derived = z.object({ kind: z.literal('run'), role: z.string(), receipt: z.string() });

export const ReceiptInput = z.union([Observed, Assumed, Derived]).openapi('ReceiptInput');

export function receiptInput(line: ReceiptLine, publication: Publication): z.output<typeof ReceiptInput> {
  const { role } = line.input;
  switch (line.kind) {
    case 'run':
      return { kind: 'run', role, receipt: line.input.receipt };
    case 'assumption': {
      const { unit = null, asOf = null, basis = null, source = null, url = null } = line.figure ?? {};
      return { kind: 'assumption', role, id: line.input.id, value: line.input.value, unit, asOf, basis, source, url };
    }
    case 'observation': {
      const { series, value, observedAt, recordedAt, seenAt } = line.input;
      const { url, fetchedAt, sha256, at, parserVersion, origin } = line.document;
      const publishable = publication.allows(series.source);
      return {
        kind: 'observation',
        role,
        series: { ...series, terms: { ...series.terms } },
        value: publishable ? value : null,
        observedAt,
        recordedAt,
        seenAt,
        document: { url, fetchedAt, sha256, at, parserVersion, origin },
        licence: line.licence?.name ?? null,
        publishable,
      };
    }
  }
}
