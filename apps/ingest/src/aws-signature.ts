/**
 * AWS Signature Version 4: a request proves who asks without saying the secret.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '@bandgap/core';
import type { SourceRequest } from '@bandgap/sources';

export interface Signer {
  readonly id: string;
  readonly secret: string;
  readonly service: string;
  readonly region: string;
}

const algorithm = 'AWS4-HMAC-SHA256';

/** The headers that go along with exactly this request, within a few minutes. */
export function awsSignature(request: SourceRequest, signer: Signer, now: Instant): Readonly<Record<string, string>> {
  const url = new URL(request.url);
  const time = now.replaceAll(/[-:]|\.\d+/g, '');
  const headers = [['host', url.host], ['x-amz-date', time], ...Object.entries(request.headers ?? {})]
    .map(([name = '', value = '']) => [name.toLowerCase(), value.trim().replaceAll(/ +/g, ' ')] as const)
    .sort(byName);
  const signedHeaders = headers.map(([name]) => name).join(';');
  const canonical = [
    request.method ?? 'GET',
    url.pathname,
    canonicalQuery(url),
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    signedHeaders,
    sha256(request.body ?? ''),
  ].join('\n');

  const scope = [time.slice(0, 8), signer.region, signer.service, 'aws4_request'];
  const key = scope.reduce<string | Uint8Array>((derived, part) => hmac(derived, part), `AWS4${signer.secret}`);
  const signature = hmac(key, [algorithm, time, scope.join('/'), sha256(canonical)].join('\n')).toString('hex');
  const credential = [signer.id, ...scope].join('/');
  return {
    'x-amz-date': time,
    authorization: `${algorithm} Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

/** In the order of names, and of values where a name is repeated: sorted as text, `Value.10=` would come before `Value.1=`. */
export const canonicalQuery = ({ searchParams }: URL): string =>
  [...searchParams]
    .map(([name, value]) => [percentEncoded(name), percentEncoded(value)] as const)
    .sort((a, b) => byName(a, b) || compare(a[1], b[1]))
    .map((pair) => pair.join('='))
    .join('&');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => compare(a, b);

/** RFC 3986, which keeps fewer characters as they are than JavaScript does. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();
