/** Hyperstack: the GPUs of a price book that prices much else. */
import { expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { hyperstack } from './index.ts';

it('takes GPUs at their firm price, without the bridge', () => {
  expect(readDocument(hyperstack, fixtureOf(hyperstack))).toMatchObject([
    { kind: 'skip', code: 'out_of_scope' },
    { series: { subject: 'h100-sxm' }, value: 2.5 },
    { series: { subject: 'h100-pcie' }, value: 1.95 },
    { kind: 'skip', code: 'out_of_scope', text: expect.stringContaining('another speaks') },
    { series: { terms: { tenor: 'spot', spotKind: 'administered' } } },
    { series: { subject: 'a100-pcie-80' }, value: 1.4 },
    { kind: 'skip', code: 'out_of_scope' },
  ]);
});
