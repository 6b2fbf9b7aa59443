/** Bedrock: per thousand or per million tokens, by region and tier. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { awsBedrock } from './index.ts';

const region = 'us-east-1';
const rows = readDocument(awsBedrock, fixtureOf(awsBedrock));

describe('aws-bedrock', () => {
  it('reads prices per thousand and per million tokens', () => {
    expect(metersOf(rows, 'amazon/nova-lite-v1', { region })).toEqual({ input: 0.06, cache_read: 0.015, output: 0.24 });
    expect(metersOf(rows, 'amazon/nova-lite-v1', { region, tier: 'flex' })).toEqual({ output: 0.12 });
  });

  it('reads batch inference, and leaves provisioned throughput out', () => {
    expect(metersOf(rows, 'amazon/nova-lite-v1', { region, tier: 'batch' })).toEqual({ input: 0.03 });
    expect(rows.filter(({ at }) => at.includes('/D1'))).toEqual([]);
  });

  it('keeps a name nobody has reviewed as it is, and skips a unit nobody taught', () => {
    expect(metersOf(rows, 'raw:aws-bedrock:Ministral 8B 3.0', { region })).toEqual({ input: 0.15, output: 0.15 });
    expect(rows).toContainEqual(expect.objectContaining({ code: 'unknown_unit', text: 'Nova Pro input: hour' }));
  });
});

describe.skipIf(recordingsAbsent)('aws-bedrock on the recorded offer (skipped where the recordings are absent)', () => {
  it('reads Nova Lite', () => {
    const offer = artifactOf(awsBedrock, recording('api/cloud/aws-bedrock-offer.sample.json'));
    const found = metersOf(readDocument(awsBedrock, offer), 'amazon/nova-lite-v1', { region });
    expect(found).toEqual({ input: 0.06, cache_read: 0.015, output: 0.24 });
  });
});
