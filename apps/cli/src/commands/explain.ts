/** `bandgap explain`: where a number comes from, down to url, time and place in the bytes. */
import { findReceipt, type ReceiptLine } from '@bandgap/receipts';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson, shortReceipt } from '../print.ts';
import { runCommand } from '../run-command.ts';

export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('show what a figure was computed from')
    .argument('<receipt>', 'the receipt printed beside the figure, or its first characters')
    .option('--json', 'print JSON')
    .action((prefix: string, { json }: { json?: true }) =>
      runCommand(async (opening) => {
        const { db } = await openDatabase(opening);
        const receipt = await findReceipt(db.query, prefix);
        if (json) return sayJson(receipt);
        const { run, lines } = receipt;
        say(`${run.model} (version ${run.version}) of ${run.subject}`);
        say(`as of ${run.asOf}, knowing everything recorded until ${run.knownAt}, revision ${run.revision}`);
        say(`receipt ${run.receipt}\n`);
        say(columns(lines.map(describe)));
        say(`\noutput ${JSON.stringify(run.output, null, 2)}`);
      }),
    );
}

function describe(line: ReceiptLine): readonly string[] {
  switch (line.kind) {
    case 'assumption': {
      const { role, value } = line.input;
      const { unit = '', basis = '', source = 'no longer in the catalog', asOf = '' } = line.figure ?? {};
      return [role, `${value} ${unit}`, basis, `${source}${asOf === '' ? '' : ` (${asOf})`}`];
    }
    case 'run':
      return [
        line.input.role,
        `receipt ${shortReceipt(line.input.receipt)}`,
        'computed',
        `bandgap explain ${shortReceipt(line.input.receipt)}`,
      ];
    case 'observation': {
      const { role, series, value, observedAt } = line.input;
      const { url, fetchedAt, sha256, at, origin } = line.document;
      const came = origin === 'backfill' ? 'filled in from a dated version of' : 'fetched';
      const reuse = line.publishable ? '' : ', not for republication';
      return [
        role,
        `${value} ${series.unit}`,
        `${series.venue}, since ${observedAt.slice(0, 10)}`,
        `${at} of ${url} ${came} ${fetchedAt}, sha256 ${sha256.slice(0, 12)}${reuse}`,
      ];
    }
  }
}
