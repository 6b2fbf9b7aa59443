/** The vectors that AWS publishes: https://github.com/boto/botocore/tree/develop/tests/unit/auth/aws4_testsuite. */
import type { SourceRequest } from '@bandgap/sources';
import { describe, expect, it } from 'vitest';
import { awsSignature, canonicalQuery } from './aws-signature.ts';

const id = 'AKIDEXAMPLE';
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const now = '2015-08-30T12:36:00.000Z';
const host = 'https://example.amazonaws.com';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const unreserved = '/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const proofOf = (request: SourceRequest, service = 'service') =>
  awsSignature(request, { id, secret, service, region: 'us-east-1' }, now);

describe('aws-signature', () => {
  it.each<[string, SourceRequest, string]>([
    ['get-vanilla', { url: `${host}/` }, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['get-unreserved', { url: host + unreserved }, '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f'],
    [
      'get-vanilla-query-order-key-case',
      { url: `${host}/?Param2=value2&Param1=value1` },
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-vanilla-query-order-value',
      { url: `${host}/?Param1=value2&Param1=value1` },
      '5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694',
    ],
    [
      'get-vanilla-utf8-query',
      { url: `${host}/?\u1234=bar` },
      '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
    ],
    [
      'get-header-value-trim',
      { url: `${host}/`, headers: { 'My-Header1': ' value1', 'My-Header2': '"a   b   c"' } },
      'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ],
    [
      'post-x-www-form-urlencoded',
      { url: `${host}/`, method: 'POST', headers: form, body: 'Param1=value1' },
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
  ])('%s', (_, request, signature) => {
    const names = ['host', 'x-amz-date', ...Object.keys(request.headers ?? {})].map((name) => name.toLowerCase());
    expect(proofOf(request)).toEqual({
      'x-amz-date': '20150830T123600Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ' +
        `SignedHeaders=${names.sort().join(';')}, Signature=${signature}`,
    });
  });

  it('signs the query of the General Reference', () => {
    const url = 'https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08';
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const { authorization } = proofOf({ url, headers }, 'iam');
    expect(authorization).toContain('5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7');
  });

  it('puts a name before those that begin with it, and encodes what JavaScript would not', () => {
    const url = new URL(`${host}/?Value.10=b&Value.1=a&Token=${encodeURIComponent("a/b+c=(!'*)")}`);
    expect(canonicalQuery(url)).toBe('Token=a%2Fb%2Bc%3D%28%21%27%2A%29&Value.1=a&Value.10=b');
  });
});
