/** RunPod: what is not offered is no price, and neither is a placeholder or a copy. */
import { describe, expect, it } from 'vitest';
import { fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { runpod } from './index.ts';

const verdict = judge(runpod, readDocument(runpod, fixtureOf(runpod)));

describe('runpod', () => {
  it('keeps firm prices apart from those of the community', () => {
    const quotes = verdict.kind === 'accepted' ? verdict.quotes : [];
    expect(
      quotes.filter(({ series }) => series.subject === 'h100-sxm').map(({ series, value }) => [series.terms, value]),
    ).toEqual([
      [{ kind: 'rental', surface: 'list', tenor: 'on_demand' }, 3.2],
      [{ kind: 'rental', surface: 'marketplace', tenor: 'spot' }, 2.6],
    ]);
  });

  it.each([
    ['zero', '/data/gpuTypes/3/securePrice', 'out_of_scope', 'not offered'],
    ['null', '/data/gpuTypes/4/communityPrice', 'out_of_scope', 'not offered'],
    ['a placeholder', '/data/gpuTypes/1/communityPrice', 'implausible', 'placeholder'],
  ])('skips %s', (_, at, code, text) => {
    expect(verdict.skips.find((skip) => skip.at === at)).toMatchObject({ code, text: expect.stringContaining(text) });
  });

  it('keeps a spot price that repeats the firm one as a placeholder', () => {
    const quotes = verdict.kind === 'accepted' ? verdict.quotes : [];
    expect(quotes.find(({ at }) => at === '/data/gpuTypes/2/communityPrice')).toMatchObject({
      series: { terms: { tenor: 'spot', spotKind: 'placeholder' } },
    });
  });

  it('asks with a query, by POST', () => {
    expect(runpod.requests({ key: '' })).toMatchObject([
      { method: 'POST', body: expect.stringContaining('securePrice') },
    ]);
  });
});

describe.skipIf(recordingsAbsent)('runpod as recorded (skipped where the recordings are absent)', () => {
  it('has an H100 SXM at 3.29, and skips the 0.5 of the MI300X', () => {
    const [recorded] = recordingsOf(runpod).map((artifact) => judge(runpod, readDocument(runpod, artifact)));
    const quotes = recorded?.kind === 'accepted' ? recorded.quotes : [];
    expect(quotes).toContainEqual(expect.objectContaining({ value: 3.29, at: '/data/gpuTypes/6/securePrice' }));
    expect(quotes.some(({ at }) => at === '/data/gpuTypes/0/communityPrice')).toBe(false);
  });
});
