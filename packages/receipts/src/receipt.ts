/** The receipt of one number: what was computed, and each input down to the bytes it came from. */
import type { Assumption } from '@bandgap/catalog';
import { type AssumedInput, type DerivedInput, type ObservedInput, UsageError } from '@bandgap/core';
import { type Provenance, provenanceOf, type Query, runsByReceiptPrefix, type StoredRun } from '@bandgap/db';
import { isPublishable, type Source, sourceById } from '@bandgap/sources';
import { citedFigure } from './cited-figure.ts';

export interface ObservedLine {
  readonly kind: 'observation';
  readonly input: ObservedInput;
  readonly document: Provenance;
  /** Absent when the source is no longer in the registry. */
  readonly licence?: Source['licence'];
  readonly publishable: boolean;
}

export interface AssumedLine {
  readonly kind: 'assumption';
  readonly input: AssumedInput;
  /** Absent when the catalog no longer has it. */
  readonly figure?: Pick<Assumption, 'value' | 'unit' | 'asOf' | 'source' | 'basis' | 'url' | 'note'>;
}

export interface DerivedLine {
  readonly kind: 'run';
  readonly input: DerivedInput;
}

export type ReceiptLine = ObservedLine | AssumedLine | DerivedLine;

export interface Receipt {
  readonly run: StoredRun;
  readonly lines: readonly ReceiptLine[];
}

/** Finds the receipt that starts with these characters. Throws a UsageError when none or several do. */
export async function findReceipt(query: Query, prefix: string): Promise<Receipt> {
  if (!/^[0-9a-f]{6,64}$/.test(prefix)) {
    throw new UsageError(
      `expected a receipt: at least six of its 64 characters 0-9 a-f, was ${JSON.stringify(prefix)}`,
    );
  }
  const [run, another] = await runsByReceiptPrefix(query, prefix);
  if (run === undefined)
    throw new UsageError(`no receipt starts with ${prefix}; receipts are printed beside every figure`);
  if (another !== undefined) throw new UsageError(`several receipts start with ${prefix}; give more of its characters`);
  return receiptOfRun(query, run);
}

export const receiptOfRun = async (query: Query, run: StoredRun): Promise<Receipt> => ({
  run,
  lines: await linesOf(query, run),
});

async function linesOf(query: Query, run: StoredRun): Promise<readonly ReceiptLine[]> {
  const documents = new Map((await provenanceOf(query, run.id)).map((document) => [document.ordinal, document]));
  return run.inputs.map((input, ordinal) => {
    if (input.kind === 'assumption') return assumedLine(input);
    if (input.kind === 'run') return { kind: 'run', input };
    const document = documents.get(ordinal);
    if (document === undefined) throw new Error(`input ${ordinal} of run ${run.receipt} has no observation`);
    return observedLine(input, document);
  });
}

function assumedLine(input: AssumedInput): AssumedLine {
  const figure = citedFigure(input.id);
  return { kind: 'assumption', input, ...(figure === undefined ? {} : { figure }) };
}

function observedLine(input: ObservedInput, document: Provenance): ObservedLine {
  const source = sourceById(document.sourceId);
  if (source === undefined) return { kind: 'observation', input, document, publishable: false };
  return { kind: 'observation', input, document, licence: source.licence, publishable: isPublishable(source) };
}
