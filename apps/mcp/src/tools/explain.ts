/** `explain`: where a number comes from, and whether it still comes out. */
import { UsageError } from '@bandgap/core';
import { findReceipt, publishableRuns, type ReceiptLine, verify } from '@bandgap/receipts';
import { z } from 'zod';
import { defineTool } from '../define-tool.ts';

const Input = z.object({
  kind: z.enum(['observation', 'assumption', 'run']),
  role: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  unit: z.string().optional(),
  date: z.string().optional(),
  from: z.string().describe('Url of the document, citation of the figure, or receipt of the run.'),
  sha256: z.string().optional(),
  at: z.string().optional().describe('Where in the document.'),
});

export const explain = defineTool({
  name: 'explain',
  title: 'Explain a receipt',
  description:
    'What a figure was computed from: every price with url, fetch time, SHA-256 and place in the bytes, every assumption with its source. With `recompute` it reads the stored bytes again and computes the same.',
  input: z.object({
    receipt: z.string().describe('At least the first six of its 64 characters.'),
    recompute: z.boolean().default(false),
  }),
  output: z.object({
    receipt: z.string(),
    model: z.string(),
    version: z.number(),
    subject: z.string(),
    asOf: z.iso.datetime(),
    knownAt: z.iso.datetime().describe('Nothing recorded later was used.'),
    revision: z.number(),
    output: z.record(z.string(), z.unknown()),
    inputs: z.array(Input),
    verdict: z
      .object({ holds: z.boolean(), checks: z.number(), differences: z.array(z.string()) })
      .optional()
      .describe('Of the recomputation, through all the runs it builds on.'),
  }),
  answer: async ({ db, licensed }, { receipt: prefix, recompute }) => {
    const { query } = db;
    const { run, lines } = await findReceipt(query, prefix);
    if (!(await publishableRuns(query, [run.id], licensed)).has(run.id))
      throw new UsageError(
        `receipt ${run.receipt}: expected a run of sources that may be passed on; a restricted source is behind this one. The dashboard of its operator shows it.`,
      );
    const { model, version, subject, asOf, knownAt, revision, output } = run;
    const verdict = recompute ? await verdictOn(verify(query, run.receipt)) : {};
    return {
      ...{ receipt: run.receipt, model, version, subject, asOf, knownAt, revision, output: { ...output } },
      inputs: lines.map(inputOf),
      ...verdict,
    };
  },
});

async function verdictOn(verification: ReturnType<typeof verify>) {
  const { holds, checks } = await verification;
  const differences = checks.flatMap((check) => (check.holds ? [] : [`${check.what}: ${check.found}`]));
  return { verdict: { holds, checks: checks.length, differences } };
}

function inputOf(line: ReceiptLine): z.input<typeof Input> {
  const { kind, role } = line.input;
  switch (line.kind) {
    case 'run':
      return { kind, role, from: line.input.receipt };
    case 'assumption': {
      const { unit, asOf, source = 'no longer in the catalog', url } = line.figure ?? {};
      const from = url === undefined ? source : `${source}, ${url}`;
      return { kind, role, value: line.input.value, from, ...(unit && { unit }), ...(asOf && { date: asOf }) };
    }
    case 'observation': {
      const { series, value, observedAt } = line.input;
      const { url, fetchedAt, sha256, at } = line.document;
      return {
        kind,
        role,
        value,
        unit: series.unit,
        date: observedAt,
        from: `${url} fetched ${fetchedAt}`,
        sha256,
        at,
      };
    }
  }
}
