/** Vast.ai: one price from a book of whole machines, and nothing of their hosts kept. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { vast } from './index.ts';

const fixture = fixtureOf(vast);
const rows = readDocument(vast, fixture);
const redacted = vast.redact?.(fixture.bytes) ?? fixture.bytes;

describe('vast', () => {
  it('quotes the middle of the book', () => {
    expect(rows.filter((row) => row.kind === 'quote')).toMatchObject([
      {
        series: { subject: 'h100-sxm', terms: { surface: 'marketplace', minGpus: 1 } },
        value: 2,
        at: '/offers/0/dph_total',
      },
    ]);
  });

  it.each([
    ['part of a machine', '/offers/6/dph_total'],
    ['bids', '/offers/7/dph_total'],
    ['what is taken', '/offers/8/dph_total'],
  ])('leaves out %s', (_, at) => {
    expect(rows.find((row) => row.at === at)).toMatchObject({ kind: 'skip', code: 'out_of_scope' });
  });

  it('keeps no address of a host, and reads what it keeps the same way', () => {
    expect(new TextDecoder().decode(fixture.bytes)).toMatch(/203\.0\.113\.7.*rack7/s);
    expect(new TextDecoder().decode(redacted)).not.toMatch(/203\.0\.113|rack7|public_ipaddr|hostname/);
    expect(readDocument(vast, artifactOf(vast, redacted))).toEqual(rows);
  });

  it('keeps nothing of an answer that it cannot read', () => {
    expect(vast.redact?.(fixture.bytes.slice(0, 400))).toHaveLength(0);
  });
});

describe.skipIf(recordingsAbsent)('vast as recorded (skipped where the recordings are absent)', () => {
  const verdicts = recordingsOf(vast).map((artifact) => judge(vast, readDocument(vast, artifact)));

  it('has an H100 at 1.73 from six machines of five hosts on 2026-07-15', () => {
    expect(verdicts[0]).toMatchObject({ kind: 'accepted', quotes: [{ value: 6.935555555555556 / 4 }] });
  });

  it('has no price from the two whole machines in the excerpt of 2026-08-22', () => {
    expect(verdicts[1]).toMatchObject({ kind: 'accepted', quotes: [] });
    expect(verdicts[1]?.skips.at(-1)?.text).toBe('H100 SXM 80GB: 2 asks are too few for a price');
  });
});
