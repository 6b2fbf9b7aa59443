/** SkyPilot: counts checked against the machines, zero prices and GPUs without hosts left out. */
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { skypilot } from './index.ts';

const rows = readDocument(skypilot, fixtureOf(skypilot));
const catalog = (cloud: string, body: string | Uint8Array) =>
  artifactOf(skypilot, body, { url: `https://raw.githubusercontent.com/skypilot-org/catalogs/${cloud}/vms.csv` });

describe('skypilot', () => {
  it('divides by the count, and takes the cheapest zone of a region', () => {
    expect(
      rows.filter((row) => row.kind === 'quote').map(({ series, value, at }) => [series.subject, value, at]),
    ).toEqual([
      ['h100-sxm', 6.88, 'line 5 Price'],
      ['h100-sxm', 6.88, 'line 6 Price'],
      ['h100-sxm', 2.3, 'line 6 SpotPrice'],
      ['a100-sxm-40', 4.1, 'line 7 Price'],
    ]);
  });

  it('leaves out machines without GPUs and GPUs without machines', () => {
    expect(rows.slice(0, 3)).toMatchObject([
      { code: 'out_of_scope' },
      { code: 'out_of_scope', text: expect.stringContaining('without its host') },
      { code: 'out_of_scope' },
    ]);
  });

  it('refuses the catalog of a cloud it does not know', () => {
    expect(() => readDocument(skypilot, catalog('elsewhere', fixtureOf(skypilot).bytes))).toThrow(SourceChanged);
  });
});

describe.skipIf(recordingsAbsent)('skypilot as recorded (skipped where the recordings are absent)', () => {
  const skips = (cloud: string, file: string) =>
    judge(skypilot, readDocument(skypilot, catalog(cloud, recording(`gpu/skypilot-catalog/monthly/${file}`)))).skips;

  it('skips by name six wrong counts and eight prices of zero of Azure on 2023-12-08', () => {
    const azure = skips('azure', 'azure_2023-12-08_c2f2f01ce2.csv');
    expect(azure.filter(({ text }) => text.startsWith('gpu-count:'))).toHaveLength(6);
    expect(azure.filter(({ code }) => code === 'not_a_price')).toHaveLength(8);
  });

  it('has no price for a GPU of Google Cloud without its host', () => {
    const gcp = skips('gcp', 'gcp_2024-06-13_219dbfee15.csv');
    expect(gcp.filter(({ text }) => text.includes('without its host')).length).toBeGreaterThan(300);
  });
});
