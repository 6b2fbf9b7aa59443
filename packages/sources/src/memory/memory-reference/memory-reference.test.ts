/** Printed memory prices become observations, forecasts do not. */
import { describe, expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { memoryReference } from './index.ts';

const rows = readDocument(memoryReference, fixtureOf(memoryReference));
const quotes = rows.filter((row) => row.kind === 'quote');
const ofPart = (part: string) =>
  quotes
    .filter(({ series }) => series.subject === part)
    .map(({ observedAt, value }) => [observedAt?.slice(0, 10), value]);

describe('memory-reference', () => {
  it('dates a quarter by its last day', () => {
    expect(ofPart('socamm-nvidia')).toEqual([
      ['2026-03-31', 8],
      ['2026-05-01', 10],
    ]);
  });

  it('does not take the 13 USD expected for the end of 2026 for an observation', () => {
    expect(rows.filter(({ kind }) => kind === 'skip')).toMatchObject([
      { code: 'out_of_scope', text: 'socamm-nvidia 13 USD/GB expected for 2026-12-31' },
    ]);
  });

  it('has DDR5 on the way up', () => {
    expect(ofPart('dram-ddr5-16gb-4800')).toEqual(
      expect.arrayContaining([
        ['2025-07-01', 6.078],
        ['2026-09-21', 56.933],
      ]),
    );
  });

  it('names the publisher as venue', () => {
    expect(quotes.find(({ series }) => series.subject === 'socamm-nvidia')?.series.venue).toBe('semianalysis');
  });
});
