/** The command on recordings: the figures, twice the same, from two processes at once the same, and each verifiable. */
import { describe, expect, test } from 'vitest';
import { ownRecordings, runBandgap } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { differences, dump } from '../support/dump.ts';
import { haveSharedRecordings, sharedRecordings } from '../support/recordings.ts';

const once = (directory: string) => ['up', '--once', '--json', '--replay', directory];

async function figuresOf(directory: string, DATABASE_URL: string) {
  const { code, stdout, stderr } = await runBandgap(once(directory), { DATABASE_URL });
  expect(code, stderr).toBe(0);
  const figures: readonly { id: string; value: number | null; asOf: string; receipt: string; n?: number }[] =
    JSON.parse(stdout);
  return new Map(figures.map((figure) => [figure.id, figure]));
}

describe('bandgap up --once --replay', () => {
  test('gives the published floor and ceilings, and the alerting index, with date and receipt', async () => {
    const DATABASE_URL = await freshDatabase('empty');
    const figures = await figuresOf(ownRecordings, DATABASE_URL);
    const value = (id: string) => figures.get(id)?.value;
    expect(value('floor/vr-nvl72/contract_5y')).toBeCloseTo(4.92, 2);
    expect(value('ceiling/vr-nvl72/contract_5y/conservative')).toBeCloseTo(9.625, 6);
    expect(value('ceiling/vr-nvl72/contract_5y/parity')).toBeCloseTo(12.25, 6);
    expect(value('blend/anthropic/claude-opus-4-7')).toBeCloseTo(0.99, 3);
    expect(figures.get('index/h100/on_demand/neocloud')).toMatchObject({ n: 8, asOf: '2026-06-14T00:00:00.000Z' });
    for (const { receipt } of figures.values()) expect(receipt).toMatch(/^[0-9a-f]{64}$/);
  });

  test('run again, or by two processes at once, leaves the same tables', async () => {
    const [calm, crowded] = [await freshDatabase('empty'), await freshDatabase('empty')];
    await figuresOf(ownRecordings, calm);
    const expected = await dump(calm);
    await Promise.all([figuresOf(ownRecordings, crowded), figuresOf(ownRecordings, crowded)]);
    expect(differences(expected, await dump(crowded))).toEqual([]);
    await figuresOf(ownRecordings, calm);
    expect(differences(expected, await dump(calm))).toEqual([]);
  });

  test('every figure is recomputed from the stored bytes', async () => {
    const DATABASE_URL = await freshDatabase('empty');
    for (const { receipt } of (await figuresOf(ownRecordings, DATABASE_URL)).values()) {
      const { code, stdout } = await runBandgap(['verify', receipt.slice(0, 12), '--whole'], { DATABASE_URL });
      expect(stdout).toContain('verified: ');
      expect(code).toBe(0);
    }
  }, 60_000);

  test('says what is wrong with a directory that holds no recordings', async () => {
    const DATABASE_URL = await freshDatabase('empty');
    const { code, stderr } = await runBandgap(once('/nowhere'), { DATABASE_URL });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('expected a list of recordings at /nowhere/replay.json'),
    });
  });
});

describe.skipIf(!haveSharedRecordings)(
  'on recordings of the real sources (skipped: they are not beside this checkout)',
  () => {
    test('gives the figures that were published for those days', async () => {
      const figures = await figuresOf(sharedRecordings, await freshDatabase('empty'));
      expect(figures.get('index/h100/on_demand/neocloud')).toMatchObject({ n: 16, asOf: '2026-08-14T00:00:00.000Z' });
      expect(figures.get('index/h200/on_demand/neocloud')?.value).toBeCloseTo(4.4, 2);
      expect(figures.get('index/b200/on_demand/neocloud')?.value).toBeCloseTo(6.71, 2);
      expect(figures.get('memory/dramexchange/dram-ddr5-16gb-4800')).toMatchObject({
        value: 48.9,
        asOf: '2026-07-15T10:10:00.000Z',
      });
      expect(figures.get('blend/anthropic/claude-opus-4-7')?.value).toBeCloseTo(0.99, 3);
    }, 120_000);
  },
);
