/** Vultr: the count of GPUs is in the name of the plan or nowhere. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { vultr } from './index.ts';

const rows = readDocument(vultr, fixtureOf(vultr));
const plans = (id: string, next = '') =>
  artifactOf(
    vultr,
    JSON.stringify({ plans_metal: [{ id, hourly_cost: 2, locations: ['ewr'] }], meta: { links: { next } } }),
  );

describe('vultr', () => {
  it('divides by the count in the plan, on demand and preemptible', () => {
    expect(rows.filter((row) => row.kind === 'quote')).toMatchObject([
      { series: { subject: 'mi300x', terms: { tenor: 'on_demand', minGpus: 8 } }, value: 2 },
      { series: { subject: 'mi300x', terms: { tenor: 'spot' } }, value: 1.6 },
      { series: { subject: 'h100', terms: { tenor: 'on_demand', minGpus: 8 } }, value: 3 },
      { series: { subject: 'h100', terms: { tenor: 'spot' } }, value: 2.3 },
    ]);
  });

  it.each([
    ['a plan without GPUs', 'vbm-4c-32gb', 'out_of_scope'],
    ['a plan without a count', 'vbm-72c-480gb-gh200-gpu', 'unknown_unit'],
    ['a GPU nobody knows', 'vbm-72c-480gb-8-gaudi3-gpu', 'unknown_subject'],
  ])('skips %s', (_, id, code) => {
    expect(readDocument(vultr, plans(id))).toMatchObject([{ kind: 'skip', code }]);
  });

  it('leaves out plans that are to be had nowhere', () => {
    expect(rows.at(-1)).toMatchObject({ kind: 'skip', code: 'out_of_scope' });
  });

  it('follows the cursor', () => {
    expect(vultr.follow?.(plans('vbm-4c-32gb', 'bmV4dA=='), { key: '' })?.url).toMatch(/cursor=bmV4dA%3D%3D$/);
    expect(vultr.follow?.(plans('vbm-4c-32gb'), { key: '' })).toBeUndefined();
  });
});
