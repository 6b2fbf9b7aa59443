/** `bandgap verify`: recomputes a number from the stored bytes, or the published figures, and says what holds. */
import { verify } from '@bandgap/receipts';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { say, sayJson, shortReceipt } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { verifyAnchors } from './verify-anchors.ts';

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute a figure from the stored bytes; `anchors` recomputes the published figures')
    .argument('<receipt>', 'the receipt printed beside the figure, or its first characters; or the word anchors')
    .option('--json', 'print JSON')
    .action((what: string, given: { json?: true }) =>
      what === 'anchors' ? verifyAnchors(given) : verifyReceipt(what, given),
    );
}

const verifyReceipt = (receipt: string, { json }: { readonly json?: true }): Promise<void> =>
  runCommand(async (opening) => {
    const { db } = await openDatabase(opening);
    const verification = await verify(db.query, receipt);
    if (json) sayJson(verification);
    else {
      const { run, checks, holds } = verification;
      for (const { what, holds: fine, found } of checks) if (!fine) say(`DIFFERS  ${what}: ${found}`);
      const verdict = holds ? 'verified' : 'NOT VERIFIED';
      say(`${verdict}: ${run.model} of ${run.subject}, ${run.asOf.slice(0, 10)}, receipt ${shortReceipt(run.receipt)}`);
      say(
        `${checks.filter((check) => check.holds).length} of ${checks.length} checks hold: bytes, readings, assumptions and the computation itself`,
      );
    }
    if (!verification.holds) process.exitCode = 1;
  });
