/** Hyperbolic: cents for all GPUs of an option, and not what the option costs Hyperbolic. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { hyperbolic } from './index.ts';

const fixture = fixtureOf(hyperbolic);
const rows = readDocument(hyperbolic, fixture);

describe('hyperbolic', () => {
  it('divides by the GPUs of the option', () => {
    expect(rows.filter((row) => row.kind === 'quote').map(({ series, value }) => [series.subject, value])).toEqual([
      ['h100-sxm', 3.1],
      ['h100-sxm', 3.1],
      ['h200', 3.9],
      ['h100-pcie', 2.6],
    ]);
    expect(rows.at(-1)).toMatchObject({ kind: 'skip', code: 'out_of_scope' });
  });

  it("keeps neither the supplier's cost nor addresses", () => {
    const redacted = hyperbolic.redact?.(fixture.bytes) ?? fixture.bytes;
    expect(new TextDecoder().decode(fixture.bytes)).toContain('providerCostPerHourCents');
    expect(new TextDecoder().decode(redacted)).not.toMatch(/providerCost|nodes|203\.0\.113/);
    expect(readDocument(hyperbolic, artifactOf(hyperbolic, redacted))).toEqual(rows);
  });

  it('refuses half a GPU', () => {
    const [first] = JSON.parse(new TextDecoder().decode(fixture.bytes));
    const half = artifactOf(hyperbolic, JSON.stringify([{ ...first, gpuCount: 0.5 }]));
    expect(readDocument(hyperbolic, half)).toMatchObject([{ kind: 'skip', code: 'not_a_price' }]);
  });
});

describe.skipIf(recordingsAbsent)('hyperbolic as recorded (skipped where the recordings are absent)', () => {
  it('has a node of eight H100 at 25.52 an hour, 3.19 per GPU', () => {
    const [verdict] = recordingsOf(hyperbolic).map((artifact) => judge(hyperbolic, readDocument(hyperbolic, artifact)));
    const quotes = verdict?.kind === 'accepted' ? verdict.quotes : [];
    expect(quotes).toHaveLength(11);
    expect(quotes.find(({ at }) => at === '/7/costPerHourCents')).toMatchObject({
      value: 3.19,
      series: { terms: { minGpus: 8 } },
    });
  });
});
