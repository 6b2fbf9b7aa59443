/** `bandgap verify`: recomputes a number from the stored bytes and says whether it holds. */
import { verify } from '@bandgap/receipts';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { say, sayJson, shortReceipt } from '../print.ts';
import { runCommand } from '../run-command.ts';

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute a figure from the stored bytes')
    .argument('<receipt>', 'the receipt printed beside the figure, or its first characters')
    .option('--json', 'print JSON')
    .action((receipt: string, { json }: { json?: true }) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const verification = await verify(db.query, receipt);
        if (json) sayJson(verification);
        else {
          const { run, checks, holds } = verification;
          for (const { what, holds: fine, found } of checks) if (!fine) say(`DIFFERS  ${what}: ${found}`);
          const verdict = holds ? 'verified' : 'NOT VERIFIED';
          say(
            `${verdict}: ${run.model} of ${run.subject}, ${run.asOf.slice(0, 10)}, receipt ${shortReceipt(run.receipt)}`,
          );
          say(
            `${checks.filter((check) => check.holds).length} of ${checks.length} checks hold: bytes, readings, assumptions and the computation itself`,
          );
        }
        if (!verification.holds) process.exitCode = 1;
      }),
    );
}
