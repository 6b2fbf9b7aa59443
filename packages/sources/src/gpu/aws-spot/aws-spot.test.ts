/** AWS spot: per GPU, of each region its cheapest zone, and nothing in a url that would be a secret or a time. */
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { awsSpot } from './index.ts';

const fixture = fixtureOf(awsSpot);
const xml = new TextDecoder().decode(fixture.bytes);
const read = (body: string) => readDocument(awsSpot, artifactOf(awsSpot, body));
const context = { key: '' };

describe('aws-spot', () => {
  it('takes the cheapest zone of the region, by the GPUs of the machine, as of the fetch', () => {
    expect(read(xml).filter(({ kind }) => kind === 'quote')).toEqual(
      [
        ['h100-sxm', 'p5.48xlarge', 8, 3, 'item 2'] as const,
        ['h100-sxm', 'p5.4xlarge', 1, 3.1, 'item 3'] as const,
        ['b200', 'p6-b200.48xlarge', 8, 5, 'item 4'] as const,
      ].map(([subject, instanceType, minGpus, value, at]) => ({
        kind: 'quote',
        series: {
          subject,
          metric: 'rental',
          venue: 'aws',
          terms: { kind: 'rental', surface: 'marketplace', tenor: 'spot', region: 'us-east-1', instanceType, minGpus },
          unit: 'USD/GPU-hr',
        },
        value,
        at,
      })),
    );
  });

  it('leaves out dearer zones and other systems', () => {
    expect(read(xml).filter(({ kind }) => kind === 'skip')).toMatchObject([
      { code: 'out_of_scope', at: 'item 1', text: expect.stringContaining('another speaks for it') },
      { code: 'out_of_scope', at: 'item 5', text: 'p4d.24xlarge: Windows' },
    ]);
  });

  it.each([
    ['a machine nobody knows', xml.replace('p6-b200.48xlarge', 'p9-x1.48xlarge'), 'unknown_subject'],
    ['a price of zero', xml.replace('40.000000', '0.000000'), 'not_a_price'],
    ['no price', xml.replace('40.000000', ''), 'not_a_price'],
  ])('skips %s', (_, body, code) => {
    expect(read(body).find(({ at }) => at === 'item 4')).toMatchObject({ kind: 'skip', code });
  });

  it('does not take a region without offers for a smaller market', () => {
    const empty = xml.replace(/<spotPriceHistorySet>.*<\/spotPriceHistorySet>/s, '<spotPriceHistorySet/>');
    expect(judge(awsSpot, read(empty))).toMatchObject({ kind: 'quarantined' });
    const refused = '<Response><Errors><Error><Code>AuthFailure</Code></Error></Errors></Response>';
    expect(() => read(refused)).toThrow(SourceChanged);
  });

  it('asks each region for what is in force when it is asked', () => {
    const requests = awsSpot.requests(context);
    expect(requests.map(({ url }) => new URL(url).hostname)).toContain('ec2.eu-north-1.amazonaws.com');
    expect(requests.every(({ timeParameter }) => timeParameter === 'StartTime')).toBe(true);
    expect(requests[0]?.url).not.toMatch(/StartTime|Signature|Credential/i);
    const question = new URL(requests[0]?.url ?? '').searchParams;
    expect([...question.values()]).toEqual(expect.arrayContaining(['Linux/UNIX', 'p5.48xlarge', 'p6-b300.48xlarge']));
  });

  it('follows the token to the next page of the same region', () => {
    const page = artifactOf(awsSpot, xml.replace('<nextToken/>', '<nextToken>a/b+c==</nextToken>'));
    const next = awsSpot.follow?.(page, context);
    expect(next).toEqual({ url: `${page.url}&NextToken=a%2Fb%2Bc%3D%3D`, timeParameter: 'StartTime' });
    const last = artifactOf(awsSpot, xml, { url: next?.url ?? '' });
    expect(awsSpot.follow?.(last, context)).toBeUndefined();
    expect(readDocument(awsSpot, last)).toEqual(read(xml));
  });
});
