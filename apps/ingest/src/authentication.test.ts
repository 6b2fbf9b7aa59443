/** What is sent proves who asks; what is kept, and what is said of a failure, does not. */
import type { OutboundRequest, OutboundResponse } from '@bandgap/outbound';
import { type Source, sourceById } from '@bandgap/sources';
import { describe, expect, it } from 'vitest';
import { network } from './network.ts';

const secrets: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'aws-secret',
  VERDA_CLIENT_ID: 'verda-client',
  VERDA_CLIENT_SECRET: 'verda&secret',
};
const now = '2026-10-01T05:52:00.000Z';

const registered = (id: string): Source => {
  const source = sourceById(id);
  if (source === undefined) throw new Error(`expected a source ${id}`);
  return source;
};

interface Answer {
  readonly status?: number;
  readonly body: string;
}

/** A network on which every request is answered by `answer`, and remembered. */
function fetching(id: string, answer: (request: OutboundRequest) => Answer, held = secrets) {
  const sent: OutboundRequest[] = [];
  const request = async (asked: OutboundRequest): Promise<OutboundResponse> => {
    sent.push(asked);
    const { status = 200, body } = answer(asked);
    return { status, headers: {}, bytes: new TextEncoder().encode(body), url: asked.url, notModified: false };
  };
  const never = () => Promise.reject(new Error('expected no such call'));
  const outbound = {
    request,
    politely: <T>(_: string, task: () => Promise<T>) => task(),
    addressOf: never,
    close: never,
  };
  const transport = network({ outbound, clock: () => now, secret: (name) => held[name] });
  const errand = { source: registered(id), dueAt: now, previous: async () => undefined };
  return { sent, documents: transport(errand) };
}

describe('a signed request', () => {
  const page = (token: string) => `<DescribeSpotPriceHistoryResponse>${token}</DescribeSpotPriceHistoryResponse>`;
  const firstOfTwo = ({ url }: OutboundRequest) => ({
    body: page(url.includes('NextToken') ? '<nextToken/>' : '<nextToken>more</nextToken>'),
  });

  it('is signed as it is sent, for the region it goes to', async () => {
    const { sent, documents } = fetching('aws-spot', firstOfTwo);
    await documents;
    const regions = sent.map(({ url }) => new URL(url).hostname.split('.')[1]);
    expect(regions.slice(0, 4)).toEqual(['us-east-1', 'us-east-1', 'us-east-2', 'us-east-2']);
    for (const [index, { url, headers }] of sent.entries()) {
      expect(new URL(url).searchParams.get('StartTime')).toBe(now);
      expect(headers?.['x-amz-date']).toBe('20261001T055200Z');
      expect(headers?.authorization).toMatch(
        `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261001/${regions[index]}/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=`,
      );
    }
    expect(new Set(sent.map(({ headers }) => headers?.authorization)).size).toBe(sent.length);
  });

  it('is kept without signature and time, so that the same question is the same document', async () => {
    const { sent, documents } = fetching('aws-spot', firstOfTwo);
    const kept = JSON.stringify(await documents);
    expect(kept).toContain('NextToken=more');
    expect(kept).not.toMatch(/StartTime|Signature|AKIDEXAMPLE|aws-secret/);
    expect(JSON.stringify(sent)).not.toContain('aws-secret');
  });

  it('says of a refusal what was asked, and no secret', async () => {
    const { documents } = fetching('aws-spot', () => ({ status: 401, body: 'AuthFailure AKIDEXAMPLE' }));
    const said = (await documents).map((document) => (document.kind === 'failed' ? document.failure.message : ''));
    expect(said).toEqual(Array(3).fill(expect.stringMatching(/^https:\/\/ec2\..*answered 401, expected 200$/)));
    expect(said.join()).not.toMatch(/AKIDEXAMPLE|aws-secret|Signature|StartTime/);
  });
});

describe('a token', () => {
  const granted = JSON.stringify({ access_token: 'granted', token_type: 'Bearer', expires_in: 3600 });
  const verda = ({ url }: OutboundRequest) => ({ body: url.endsWith('/oauth2/token') ? granted : '[]' });

  it('is asked for first and goes along in a header', async () => {
    const { sent, documents } = fetching('verda-api', verda);
    const kept = JSON.stringify(await documents);
    expect(sent).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.verda.com/v1/oauth2/token',
        body: 'grant_type=client_credentials&client_id=verda-client&client_secret=verda%26secret',
      },
      { url: 'https://api.verda.com/v1/instance-types', headers: { authorization: 'Bearer granted' } },
    ]);
    expect(sent).toHaveLength(2);
    expect(kept).not.toMatch(/granted|verda-client|verda&secret/);
  });

  it.each([
    ['refused', { status: 401, body: 'no such client verda-client' }, true, /oauth2\/token answered 401/],
    ['out of order', { status: 503, body: '' }, false, /answered 503/],
    ['in another form', { body: '{"access_token":"granted","token_type":"mac"}' }, true, /without a bearer token/],
    ['no JSON', { body: '<html>' }, true, /without a bearer token/],
  ])('that is %s ends the slot', async (_, answer, final, message) => {
    const { sent, documents } = fetching('verda-api', () => answer);
    await expect(documents).rejects.toMatchObject({ final, message: expect.stringMatching(message) });
    await expect(documents).rejects.not.toThrow(/granted|verda-client/);
    expect(sent).toHaveLength(1);
  });
});

it.each([
  ['aws-spot', 'AWS_ACCESS_KEY_ID', 'aws-spot needs AWS_ACCESS_KEY_ID'],
  ['verda-api', 'VERDA_CLIENT_SECRET', 'verda-api needs VERDA_CLIENT_SECRET'],
])('%s asks nobody while %s is empty', async (id, variable, message) => {
  const { sent, documents } = fetching(id, () => ({ body: '' }), { ...secrets, [variable]: '' });
  await expect(documents).rejects.toThrow(message);
  expect(sent).toEqual([]);
});
