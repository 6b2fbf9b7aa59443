/** `/v1/receipts/{receipt}`: everything one number was computed from, and computing it again. */
import { UsageError } from '@bandgap/core';
import { searchRuns } from '@bandgap/db';
import { findReceipt, verify } from '@bandgap/receipts';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Refusal } from '../serve/problem.ts';
import { answerColumns } from './answer-columns.ts';
import { exampleReceipt } from './examples.ts';
import { ReceiptInput, receiptInput } from './receipt-input.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses } from './table.ts';

const params = z.strictObject({
  receipt: z
    .string()
    .regex(/^[0-9a-f]{6,64}$/, 'at least six of the 64 characters 0-9 a-f of a receipt')
    .openapi({ example: exampleReceipt().slice(0, 12) }),
});

const Receipt = z
  .object({
    receipt: z.string(),
    ...answerColumns,
    inputs: z.array(ReceiptInput),
  })
  .openapi('Receipt');

const read = createRoute({
  method: 'get',
  path: '/receipts/{receipt}',
  tags: ['Runs and receipts'],
  summary: 'What one number was computed from',
  description: 'Each input with its origin: the place in stored bytes, the citation, or the receipt of another run.',
  request: { params },
  responses: {
    200: {
      description: 'The question, its answer and its inputs.',
      content: { 'application/json': { schema: Receipt } },
    },
    ...problemResponses('not-found'),
  },
});

const Verification = z
  .object({
    receipt: z.string(),
    holds: z.boolean(),
    checks: z.array(
      z.object({
        what: z.string(),
        holds: z.boolean(),
        found: z.string().nullable().openapi({ description: 'What was found where it is not what is written.' }),
      }),
    ),
  })
  .openapi('Verification');

const recompute = createRoute({
  method: 'get',
  path: '/receipts/{receipt}/verify',
  tags: ['Runs and receipts'],
  summary: 'Compute one number again from the stored bytes',
  description: 'Hash, stored question, documents, assumptions and answer, through every run it builds on.',
  request: { params },
  responses: {
    200: {
      description: 'Each check, and whether all hold.',
      content: { 'application/json': { schema: Verification } },
    },
    ...problemResponses('not-found'),
  },
});

export function mountReceipts(rest: OpenAPIHono, { query, publication }: RestDeps): void {
  rest.openapi(read, async (context) => {
    const { run, lines } = await found(findReceipt(query, context.req.valid('param').receipt));
    const { receipt, model, version, subject, asOf, knownAt, revision } = run;
    const publishable = await mayLeave(receipt);
    const output = publishable ? { ...run.output } : null;
    const inputs = lines.map((line) => receiptInput(line, publication));
    return context.json(
      { receipt, model, version, subject, asOf, knownAt, revision, output, publishable, inputs },
      200,
    );
  });

  rest.openapi(recompute, async (context) => {
    const { run, holds, checks } = await found(verify(query, context.req.valid('param').receipt));
    const publishable = await mayLeave(run.receipt);
    return context.json(
      {
        receipt: run.receipt,
        holds,
        checks: checks.map((check) => ({
          what: check.what,
          holds: check.holds,
          found: (publishable ? check.found : null) ?? null,
        })),
      },
      200,
    );
  });

  async function mayLeave(receipt: string): Promise<boolean> {
    const [row] = await searchRuns(query, { receipt, limit: 1, open: publication.open });
    return row?.publishable ?? false;
  }
}

/** Throws a Refusal where no or several receipts start so. */
const found = <T>(looked: Promise<T>): Promise<T> =>
  looked.catch((error: unknown) => {
    throw error instanceof UsageError ? new Refusal('not-found', error.message) : error;
  });
