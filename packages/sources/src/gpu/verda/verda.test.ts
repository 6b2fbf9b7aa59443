/** Verda: totals for N GPUs, divided; spot prices that are a fixed share are named so. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { verda } from './index.ts';

const rows = readDocument(verda, fixtureOf(verda));
const named = (name: string, price: unknown = 8) => {
  const offer = { '@id': 'https://verda.com/pricing#offer-1', '@type': 'Offer', name, price };
  const graph = { '@graph': [{ ...offer, priceSpecification: { priceCurrency: 'USD', unitText: 'hour' } }] };
  return readDocument(verda, artifactOf(verda, `<script type="application/ld+json">${JSON.stringify(graph)}</script>`));
};

describe('verda', () => {
  it('divides by the count in the name and keeps it as the smallest order', () => {
    const found = rows
      .filter((row) => row.kind === 'quote')
      .map(({ series, value }) => [series.subject, series.terms, value]);
    const terms = { kind: 'rental', surface: 'list' };
    expect(found).toEqual([
      ['h200', { ...terms, tenor: 'on_demand', minGpus: 16 }, 3.75],
      ['h100-sxm', { ...terms, tenor: 'serverless', minGpus: 1 }, 3.5],
      ['h100-sxm', { ...terms, tenor: 'serverless', minGpus: 8 }, 3.4],
      ['h100-sxm', { ...terms, tenor: 'spot', spotKind: 'administered', minGpus: 1 }, 1.75],
      ['b300', { ...terms, tenor: 'serverless', minGpus: 1 }, 8],
    ]);
  });

  it.each([
    ['no count', 'H100 SXM5 80GB', 'unknown_unit'],
    ['an impossible count', '12x H100 SXM5 80GB', 'implausible'],
    ['a product nobody knows', '1x H100 SXM5 80GB annual plan', 'unknown_unit'],
    ['a GPU nobody knows', '1x Gaudi 3 128GB', 'unknown_subject'],
  ])('skips %s', (_, name, code) => {
    expect(named(name)).toMatchObject([{ kind: 'skip', code }]);
  });

  it('skips a price in words', () =>
    expect(named('1x H100 SXM5 80GB', 'ask us')).toMatchObject([{ code: 'not_a_price' }]));
});

describe.skipIf(recordingsAbsent)('verda as recorded (skipped where the recordings are absent)', () => {
  it('has 104 B200 at 635.40 an hour, 6.11 each', () => {
    const [verdict] = recordingsOf(verda).map((artifact) => judge(verda, readDocument(verda, artifact)));
    expect(verdict).toMatchObject({
      kind: 'accepted',
      quotes: expect.arrayContaining([expect.objectContaining({ value: 635.4 / 104, at: '#offer-96' })]),
    });
    expect(verdict?.kind === 'accepted' && verdict.quotes).toHaveLength(14);
  });
});
