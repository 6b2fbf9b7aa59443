/** `bandgap verify anchors`: every published figure the models claim to give, ours beside theirs. Starts no database. */
import { type AnchorResult, anchorCheck } from '@bandgap/models';
import { columns, say, sayJson } from '../print.ts';
import { rounded } from './explanation.ts';

/** The process ends with 1 where a figure is off. */
export function verifyAnchors({ json }: { readonly json?: true }): void {
  const results = anchorCheck();
  const off = results.filter(({ holds }) => !holds);
  if (json) sayJson(results);
  else {
    say(columns([['', 'OURS', 'THEIRS', 'DIFFERENCE', 'UNIT', 'MATCH', 'FIGURE'], ...results.map(row)]));
    say(`\n${results.length - off.length} of ${results.length} hold: ${tally(results)}`);
    say(
      'computed follows from other published figures; calibrated was chosen to fit; given goes in as it is; own is printed nowhere',
    );
  }
  if (off.length > 0) process.exitCode = 1;
}

const row = ({ holds, ours, published, difference, unit, basis, what }: AnchorResult): readonly string[] => [
  holds ? 'ok' : 'OFF',
  rounded(Number(ours.toPrecision(5))),
  rounded(published),
  difference.toFixed(4),
  unit,
  basis,
  what,
];

const tally = (results: readonly AnchorResult[]): string =>
  [...new Set(results.map(({ basis }) => basis))]
    .map((basis) => `${results.filter((result) => result.basis === basis).length} ${basis}`)
    .join(', ');
