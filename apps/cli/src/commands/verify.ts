/** `bandgap verify`: recomputes a number from the stored bytes, or the published figures, and says what holds. */
import { verify } from '@bandgap/receipts';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { say, sayJson, shortReceipt } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { verifyAnchors } from './verify-anchors.ts';

interface VerifyOptions {
  readonly whole?: true;
  readonly json?: true;
}

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute a figure from the stored bytes; `anchors` recomputes the published figures')
    .argument('<receipt>', 'the receipt printed beside the figure, or its first characters; or the word anchors')
    .option('--whole', 'check every earlier result it builds on too, back to the first')
    .option('--json', 'print JSON')
    .action((what: string, given: VerifyOptions) =>
      what === 'anchors' ? verifyAnchors(given) : verifyReceipt(what, given),
    );
}

const verifyReceipt = (receipt: string, { whole, json }: VerifyOptions): Promise<void> =>
  runCommand(async (opening) => {
    const { db } = await openDatabase(opening);
    const verification = await verify(db.query, receipt, whole ? 'whole' : 'near');
    if (json) sayJson(verification);
    else {
      const { run, checks, holds, unchecked } = verification;
      for (const { what, holds: fine, found } of checks) if (!fine) say(`DIFFERS  ${what}: ${found}`);
      const verdict = holds ? `verified${unchecked.length === 0 ? '' : ' as far as checked'}` : 'NOT VERIFIED';
      say(`${verdict}: ${run.model} of ${run.subject}, ${run.asOf.slice(0, 10)}, receipt ${shortReceipt(run.receipt)}`);
      say(
        `${checks.filter((check) => check.holds).length} of ${checks.length} checks hold: bytes, readings, assumptions and the computation itself`,
      );
      for (const { model, subject, asOf, receipt: earlier } of unchecked)
        say(
          `taken as stored, not checked: ${model} of ${subject}, ${asOf.slice(0, 10)}, receipt ${shortReceipt(earlier)}`,
        );
      if (unchecked.length > 0) say(`bandgap verify ${shortReceipt(run.receipt)} --whole checks the whole chain`);
    }
    if (!verification.holds) process.exitCode = 1;
  });
