/** Google's billing catalog: units and nanos, GPUs with their host, pages. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { gcpBilling } from './index.ts';

const fixture = fixtureOf(gcpBilling);

describe('gcp-billing', () => {
  it('takes slices, in each region, and no GPU without its host', () => {
    expect(readDocument(gcpBilling, fixture)).toMatchObject([
      { kind: 'skip', code: 'out_of_scope' },
      { kind: 'skip', code: 'out_of_scope', text: expect.stringContaining('H100') },
      { series: { subject: 'b200', terms: { tenor: 'spot', region: 'us-central1' } }, value: 5.25 },
      { series: { terms: { tenor: 'spot', region: 'us-east1' } }, value: 5.25 },
      { series: { terms: { tenor: 'on_demand' } }, value: 16 },
      { series: { terms: { tenor: 'on_demand' } }, value: 16 },
    ]);
  });

  it('follows pages, and keeps the key out of urls', () => {
    const page = artifactOf(
      gcpBilling,
      new TextDecoder().decode(fixture.bytes).replace('"nextPageToken": ""', '"nextPageToken": "abc="'),
    );
    const next = gcpBilling.follow?.(page, { key: 'secret' });
    expect(next).toMatchObject({
      url: expect.stringMatching(/pageToken=abc%3D$/),
      headers: { 'x-goog-api-key': 'secret' },
    });
    expect(gcpBilling.follow?.(fixture, { key: 'secret' })).toBeUndefined();
    expect(JSON.stringify(gcpBilling.requests({ key: 'secret' }).map(({ url }) => url))).not.toContain('secret');
  });
});
