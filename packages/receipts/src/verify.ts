/** Recomputes a number from the stored bytes, and says of every step whether it held. */
import { canonicalJson, type RunQuestion, receiptOf, sha256 } from '@bandgap/core';
import { artifactOf, type Query, runByReceipt, type StoredRun, storedQuestion } from '@bandgap/db';
import { runModel } from '@bandgap/models';
import { readDocument, sourceById } from '@bandgap/sources';
import type { AssumedLine, ObservedLine, Receipt } from './receipt.ts';
import { findReceipt } from './receipt.ts';

export interface Check {
  readonly what: string;
  readonly holds: boolean;
  /** What was found, where it was not what is written. */
  readonly found?: string;
}

export interface Verification {
  readonly run: StoredRun;
  readonly holds: boolean;
  readonly checks: readonly Check[];
}

/** Verifies a receipt and, through it, every run it was derived from. Throws a UsageError when there is no such receipt. */
export async function verify(query: Query, prefix: string): Promise<Verification> {
  const { run } = await findReceipt(query, prefix);
  const checks: Check[] = [];
  const open = [run.receipt];
  const seen = new Set<string>();
  const values = new DocumentValues(query);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const receipt = await findReceipt(query, next);
    checks.push(...(await verifyOne(query, receipt, values)));
    open.push(...receipt.lines.flatMap((line) => (line.kind === 'run' ? [line.input.receipt] : [])));
  }
  return { run, holds: checks.every(({ holds }) => holds), checks };
}

async function verifyOne(query: Query, { run, lines }: Receipt, values: DocumentValues): Promise<readonly Check[]> {
  const question = await completed(query, run);
  const name = `${run.model} of ${run.subject}`;
  const checks = [
    check(`${name}: the receipt is the hash of the question`, run.receipt, sha256(await storedQuestion(query, run.id))),
    check(`${name}: the question is the one stored`, run.receipt, receiptOf(question)),
  ];
  for (const line of lines) {
    if (line.kind === 'observation') checks.push(await verifyObservation(line, values));
    if (line.kind === 'assumption') checks.push(verifyAssumption(line));
  }
  const recomputed = canonicalJson(runModel(run.model, run.version).compute(question));
  return [...checks, check(`${name}: recomputed`, canonicalJson(run.output), recomputed)];
}

/** The question with the output of each run it builds on, which the question itself only names. */
async function completed(query: Query, run: StoredRun): Promise<RunQuestion> {
  const inputs = await Promise.all(
    run.inputs.map(async (input) =>
      input.kind === 'run' ? { ...input, output: (await runByReceipt(query, input.receipt)).output } : input,
    ),
  );
  return { ...run, inputs };
}

async function verifyObservation({ input, document }: ObservedLine, values: DocumentValues): Promise<Check> {
  const what = `${input.series.subject} ${input.series.metric} of ${input.series.venue} at ${document.at} of ${document.sha256.slice(0, 12)}`;
  return check(what, String(input.value), await values.at(document, canonicalJson(input.series)));
}

function verifyAssumption({ input, figure }: AssumedLine): Check {
  return check(
    `assumption ${input.id}`,
    String(input.value),
    figure === undefined ? 'not in the catalog' : String(figure.value),
  );
}

const check = (what: string, written: string, found: string): Check =>
  written === found ? { what, holds: true } : { what, holds: false, found: `written ${written}, found ${found}` };

/** The values of stored documents by locator and series; each document is read once. */
class DocumentValues {
  readonly #query: Query;
  readonly #documents = new Map<number, Promise<ReadonlyMap<string, string>>>();

  constructor(query: Query) {
    this.#query = query;
  }

  async at({ captureId, sha256: hash, at }: ObservedLine['document'], series: string): Promise<string> {
    const document = this.#documents.get(captureId) ?? this.#read(captureId, hash);
    this.#documents.set(captureId, document);
    return (await document).get(`${at} ${series}`) ?? (await document).get('') ?? 'nothing there';
  }

  /** Where the bytes are not the ones that were fetched, or cannot be read, the empty key says so. */
  async #read(captureId: number, hash: string): Promise<ReadonlyMap<string, string>> {
    const artifact = await artifactOf(this.#query, captureId);
    if (sha256(artifact.bytes) !== hash) return new Map([['', 'other bytes']]);
    const source = sourceById(artifact.sourceId);
    if (source === undefined) return new Map([['', `no source ${artifact.sourceId}`]]);
    return new Map(
      readDocument(source, artifact).flatMap((row) =>
        row.kind === 'quote'
          ? [[`${row.at} ${canonicalJson({ source: source.id, ...row.series })}`, String(row.value)] as const]
          : [],
      ),
    );
  }
}
