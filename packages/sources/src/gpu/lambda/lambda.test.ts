/** Lambda: cents for a machine, by the GPUs it says it has. */
import { describe, expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { lambda } from './index.ts';

describe('lambda', () => {
  it('divides by the GPUs of the machine', () => {
    expect(readDocument(lambda, fixtureOf(lambda))).toMatchObject([
      { series: { subject: 'h100-sxm', terms: { minGpus: 8 } }, value: 3 },
      { series: { subject: 'a100-sxm-40', terms: { minGpus: 1 } }, value: 1.3 },
      { kind: 'skip', code: 'out_of_scope' },
      { series: { subject: 'gh200' }, value: 1.5 },
    ]);
  });

  it('sends the key in a header, not in the url', () => {
    const [request] = lambda.requests({ key: 'secret' });
    expect(request?.headers).toEqual({ authorization: 'Bearer secret' });
    expect(request?.url).not.toContain('secret');
  });
});
