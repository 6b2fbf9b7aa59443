/** Endpoints: a discount is a promotion beside the list price it is taken from. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf, tokenQuotes } from '../../rows/token-quotes.fixture.ts';
import { endpointTag } from './endpoint-tag.ts';
import { openrouterEndpoints } from './index.ts';

const fixture = fixtureOf(openrouterEndpoints);
const rows = readDocument(openrouterEndpoints, fixture);
const luna = 'openai/gpt-5-6-luna';

describe('openrouter-endpoints', () => {
  it('finds the list price behind a discount, and keeps what is paid as a promotion', () => {
    expect(metersOf(rows, luna)).toEqual({ input: 0.2, cache_read: 0.02, output: 1.2 });
    expect(metersOf(rows, luna, { listing: 'promo' })).toEqual({ input: 0.1, cache_read: 0.01, output: 0.6 });
  });

  it('knows the lab among the hosts, and tiers and regions in the tag', () => {
    expect(metersOf(rows, luna, { tier: 'flex' })).toEqual({ input: 0.1, output: 0.6 });
    expect(metersOf(rows, luna, { region: 'eu' })).toEqual({ input: 0.22, output: 1.32 });
    expect(new Set(tokenQuotes(rows).map(({ series }) => series.venue))).toEqual(new Set(['openai', 'azure']));
  });

  it.each([
    ['google-vertex/us-east5', { host: 'google-vertex', tier: 'standard', region: 'us-east5' }],
    ['novita/fp8', { host: 'novita', tier: 'standard' }],
    ['anthropic', { host: 'anthropic', tier: 'standard' }],
  ])('reads the tag %s', (tag, endpoint) => {
    expect(endpointTag(tag)).toEqual(endpoint);
  });

  it('skips an endpoint whose discount leaves nothing', () => {
    const text = new TextDecoder().decode(fixture.bytes).replace('"discount": 0.5', '"discount": 1');
    const skipped = readDocument(openrouterEndpoints, artifactOf(openrouterEndpoints, text)).filter(
      ({ kind }) => kind === 'skip',
    );
    expect(skipped).toMatchObject([{ code: 'unreadable', text: `${luna} at openai: discount 1` }]);
  });
});
