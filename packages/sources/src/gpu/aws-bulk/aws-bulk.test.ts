/** AWS: of a list with millions of lines, the plain machines. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { awsBulk } from './index.ts';

const fixture = fixtureOf(awsBulk);
const rows = readDocument(awsBulk, fixture);

describe('aws-bulk', () => {
  it('takes shared Linux machines on demand and reserved with nothing up front', () => {
    expect(rows.filter((row) => row.kind === 'quote')).toMatchObject([
      { series: { subject: 'h100-sxm', terms: { tenor: 'contract_3y', region: 'us-east-1', minGpus: 8 } }, value: 3 },
      { series: { terms: { tenor: 'on_demand' } }, value: 6.9 },
    ]);
  });

  it('leaves out dedicated hosts, Windows, idle reservations and sums paid up front', () => {
    expect(rows.filter((row) => row.kind === 'skip').map(({ code }) => code)).toEqual(Array(4).fill('out_of_scope'));
  });

  it('keeps of the list the lines it reads, and reads them the same way', () => {
    const lines = new TextDecoder().decode(fixture.bytes).split('\n');
    const others = Array.from(
      { length: 50 },
      (_, index) => `"X${index}","J","OnDemand","0.1","Hrs","USD","","","","m7i.large","Shared"`,
    );
    const long = [...lines.slice(0, 6), ...others, ...lines.slice(6)];
    const kept = long.filter((line) => awsBulk.keepLine?.(line));
    expect(kept).toEqual(lines.slice(0, -1));
    expect(readDocument(awsBulk, artifactOf(awsBulk, `${kept.join('\n')}\n`))).toEqual(rows);
  });
});
