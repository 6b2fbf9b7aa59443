/** Recomputes a number from the stored bytes, and says of every step whether it held. */
import { canonicalJson, type RunQuestion, receiptOf, sha256 } from '@bandgap/core';
import { type Query, runByReceipt, type StoredRun, storedQuestion } from '@bandgap/db';
import { runModel } from '@bandgap/models';
import { DocumentValues } from './document-values.ts';
import type { AssumedLine, ObservedLine, Receipt } from './receipt.ts';
import { findReceipt, receiptOfRun } from './receipt.ts';

export interface Check {
  readonly what: string;
  readonly holds: boolean;
  /** What was found, where it was not what is written. */
  readonly found?: string;
}

export interface Verification {
  readonly run: StoredRun;
  /** Whether every check held. */
  readonly holds: boolean;
  readonly checks: readonly Check[];
  /** Earlier results that were taken as they are stored: nothing is said of them, nor of what lies behind them. */
  readonly unchecked: readonly Earlier[];
}

export type Earlier = Pick<StoredRun, 'receipt' | 'model' | 'subject' | 'asOf'>;

/**
 * How far back to go where a result builds on an earlier one about the same subject, as every fixing does: `near` checks the
 * result and the one before it, which takes as long after ten years as after two days, and `whole` all of them.
 */
export type Reach = 'near' | 'whole';

const nearestOfSubject = 2;

/** Verifies a receipt and, through it, the runs it was derived from. Throws a UsageError when there is no such receipt. */
export async function verify(query: Query, prefix: string, reach: Reach = 'whole'): Promise<Verification> {
  const values = new DocumentValues(query);
  const first = await findReceipt(query, prefix);
  const checks: Check[] = [];
  const unchecked: Earlier[] = [];
  const met = new Set([first.run.receipt]);
  const ofSubject = new Map<string, number>();
  const open = [first.run];
  for (let run = open.shift(); run !== undefined; run = open.shift()) {
    const about = `${run.model} ${run.subject}`;
    const position = (ofSubject.get(about) ?? 0) + 1;
    ofSubject.set(about, position);
    if (reach === 'near' && position > nearestOfSubject) {
      const { receipt, model, subject, asOf } = run;
      unchecked.push({ receipt, model, subject, asOf });
      continue;
    }
    const builtOn = await runsBehind(query, run);
    checks.push(...(await verifyOne(query, { ...(await receiptOfRun(query, run)), builtOn }, values)));
    const unmet = builtOn.filter(({ receipt }) => !met.has(receipt));
    for (const { receipt } of unmet) met.add(receipt);
    open.push(...unmet);
  }
  return { run: first.run, holds: checks.every(({ holds }) => holds), checks, unchecked };
}

const runsBehind = (query: Query, { inputs }: StoredRun): Promise<readonly StoredRun[]> =>
  Promise.all(inputs.flatMap((input) => (input.kind === 'run' ? [runByReceipt(query, input.receipt)] : [])));

interface Verified extends Receipt {
  readonly builtOn: readonly StoredRun[];
}

async function verifyOne(
  query: Query,
  { run, lines, builtOn }: Verified,
  values: DocumentValues,
): Promise<readonly Check[]> {
  const question = completed(run, builtOn);
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
function completed(run: StoredRun, builtOn: readonly StoredRun[]): RunQuestion {
  const outputs = new Map(builtOn.map(({ receipt, output }) => [receipt, output]));
  const inputs = run.inputs.map((input) =>
    input.kind === 'run' ? { ...input, output: outputs.get(input.receipt) ?? {} } : input,
  );
  return { ...run, inputs };
}

async function verifyObservation({ input, document }: ObservedLine, values: DocumentValues): Promise<Check> {
  const what = `${input.series.subject} ${input.series.metric} of ${input.series.venue} at ${document.at} of ${document.sha256.slice(0, 12)}`;
  return check(what, String(input.value), await values.at(document, input.series));
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
