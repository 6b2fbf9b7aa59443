/** Shadeform: the cheapest cloud speaks, as a reseller, which has no vote. */
import { providerOf } from '@bandgap/catalog';
import { expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { shadeform } from './index.ts';

it('takes the cheapest machine of each kind under its own name', () => {
  expect(readDocument(shadeform, fixtureOf(shadeform))).toMatchObject([
    { series: { subject: 'h100-sxm', venue: 'shadeform', terms: { minGpus: 8 } }, value: 2.5 },
    { kind: 'skip', code: 'out_of_scope' },
    { series: { subject: 'a100-pcie-80' }, value: 1.2 },
  ]);
  expect(providerOf('shadeform')?.segment).toBe('reseller');
});
