/** FRED: a month is dated with its last day, in points and not in dollars, and never stands beside a price. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { isPublishable } from '../../define-source.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { fred } from './index.ts';

const csv = new TextDecoder().decode(fixtureOf(fred).bytes);
const read = (body: string) => readDocument(fred, artifactOf(fred, body, { contentType: 'application/csv' }));

describe('fred', () => {
  it('reads an index as a statistic, true on the last day of its month', () => {
    expect(read(csv)[1]).toEqual({
      kind: 'quote',
      series: {
        subject: 'us-import-price-semiconductors',
        metric: 'average',
        venue: 'bls',
        terms: { kind: 'memory', basis: 'statistic' },
        unit: 'index',
      },
      value: 62,
      observedAt: '2025-02-28T00:00:00.000Z',
      at: 'line 3',
    });
    expect(read(csv)).toHaveLength(12);
  });

  it.each(['', '.'])('takes %j for a month without a figure', (blank) => {
    expect(read(csv.replace('61.5', blank))[4]).toMatchObject({ kind: 'skip', code: 'unpriced' });
  });

  it('refuses another series than the one asked for', () => {
    expect(() => read(csv.replace('IR21320', 'IR1'))).toThrow('expected the columns IR21320, found');
  });

  it('refuses a file with conflict markers, by its address and line', () => {
    const conflicted = csv.replace('2025-05-01', '<<<<<<< HEAD\n2025-05-01');
    expect(() => read(conflicted)).toThrow(/expected 2 fields, found 1 on line 6 .*id=IR21320/);
  });

  it('does not believe an index a thousand times as high', () => {
    const inflated = csv.replaceAll(/,(\d+\.\d)/g, (_, points) => `,${Number(points) * 1000}`);
    expect(judge(fred, read(inflated)).kind).toBe('quarantined');
  });

  it('may be published, and asks for no key', () => {
    expect(isPublishable(fred)).toBe(true);
    expect(fred.requests({ key: '' }).map(({ url }) => url)).toEqual([
      'https://fred.stlouisfed.org/graph/fredgraph.csv?id=IR21320&cosd=2024-01-01',
      'https://fred.stlouisfed.org/graph/fredgraph.csv?id=PCU334413334413&cosd=2024-01-01',
    ]);
  });
});
