/** Who votes in an index, and the level of July 2026 that follows from it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gpuFromName } from './gpu-from-name.ts';
import { indexDefinitions } from './index-definitions.ts';
import { providerOf, providers } from './providers.ts';

describe('providerOf', () => {
  it('knows owner and segment, in any case', () => {
    expect(providerOf('DataCrunch')).toEqual({ id: 'datacrunch', owner: 'verda', segment: 'neocloud' });
    expect(providerOf('paperspace')?.owner).toBe('digitalocean');
    expect(providerOf('spheron')?.segment).toBe('reseller');
    expect(providerOf('tensordock')?.segment).toBe('marketplace');
    expect(providerOf('oci')?.segment).toBe('hyperscaler');
    expect(providerOf('somebody')).toBeUndefined();
  });

  it('lists every provider once, and owners that are providers themselves', () => {
    const ids = providers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(providers.map(({ owner }) => owner)));
  });
});

describe('index definitions', () => {
  it('are made of GPUs that a listing can be read as', () => {
    const ids = indexDefinitions.flatMap(({ gpus }) => gpus);
    expect(ids.map(gpuFromName)).toEqual(ids);
  });

  it('are named after what they measure', () => {
    for (const { id, tenor, segment } of indexDefinitions) expect(id.split('/').slice(1)).toEqual([tenor, segment]);
  });
});

interface Offer {
  readonly provider: string;
  readonly gpu: string;
  readonly usd_hr: number;
  readonly kind: string;
}

const recordings = new URL('../../../../shared/fixtures/gpu/adriannutiu/snapshots/', import.meta.url);
const recorded = existsSync(recordings);

describe.skipIf(!recorded)(
  `gpurentalprices.com in July 2026${recorded ? '' : ' (skipped: recordings are absent)'}`,
  () => {
    const days = recorded ? readdirSync(recordings) : [];
    const offersOn = (file: string) =>
      (JSON.parse(readFileSync(new URL(file, recordings), 'utf8')) as { readonly offers: readonly Offer[] }).offers;

    it('names only providers and GPUs of the catalog', () => {
      const offers = days.flatMap(offersOn);
      expect(offers.length).toBeGreaterThan(0);
      expect([...new Set(offers.map(({ provider }) => provider))].filter((id) => !providerOf(id))).toEqual([]);
      const sameName = (gpu: string) => (gpu === 'v100-sxm2' ? 'v100-sxm' : gpu);
      const unread = [...new Set(offers.map(({ gpu }) => gpu))].filter((gpu) => gpuFromName(gpu) !== sameName(gpu));
      expect(unread).toEqual([]);
    });

    it('has an H100 at neoclouds of 3.07 USD per GPU-hour, from 9 to 16 owners', () => {
      const fixings = days
        .filter((file) => file.startsWith('2026-07'))
        .map((file) => lowestByOwner(offersOn(file)))
        .filter((prices) => prices.length >= 3);
      const levels = fixings.map(middleThirdMean);
      expect(levels.reduce((sum, level) => sum + level, 0) / levels.length).toBeCloseTo(3.066, 3);
      expect([
        Math.min(...fixings.map(({ length }) => length)),
        Math.max(...fixings.map(({ length }) => length)),
      ]).toEqual([9, 16]);
    });
  },
);

function lowestByOwner(offers: readonly Offer[]): readonly number[] {
  const definition = indexDefinitions.find(({ id }) => id === 'h100/on_demand/neocloud');
  const lowest = new Map<string, number>();
  for (const { provider: id, gpu, usd_hr, kind } of offers) {
    const provider = providerOf(id);
    if (provider?.segment !== 'neocloud' || !['on-demand', 'secure'].includes(kind)) continue;
    if (!definition?.gpus.includes(gpu)) continue;
    lowest.set(provider.owner, Math.min(usd_hr, lowest.get(provider.owner) ?? usd_hr));
  }
  return [...lowest.values()].sort((a, b) => a - b);
}

/** The mean of the prices between the 33rd and the 67th percentile, those at the edges by the part that lies inside. */
function middleThirdMean(prices: readonly number[]): number {
  const share = (index: number) =>
    Math.max(0, Math.min((index + 1) / prices.length, 2 / 3) - Math.max(index / prices.length, 1 / 3));
  return prices.reduce((sum, price, index) => sum + price * share(index), 0) * 3;
}
