/** Akash: the median bid, where there are bids. */
import { expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { akash } from './index.ts';

it('takes the median for a single GPU, and no bids for no price', () => {
  expect(readDocument(akash, fixtureOf(akash))).toMatchObject([
    { series: { subject: 'h100-sxm', venue: 'akash', terms: { surface: 'marketplace', minGpus: 1 } }, value: 1.8 },
    { series: { subject: 'h200' }, value: 2.4 },
    { series: { subject: 'a100-pcie-80' }, value: 0.9 },
    { kind: 'skip', code: 'out_of_scope' },
  ]);
});
