/** Ornn: one point of an index for each GPU and day, none of them an offer. */
import { expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { ornn } from './index.ts';

it('reads points of an index, dated by their day, and skips a day without trades', () => {
  const terms = { kind: 'rental', surface: 'index', tenor: 'on_demand' };
  const point = { observedAt: '2026-09-30T00:00:00.000Z' };
  expect(readDocument(ornn, fixtureOf(ornn))).toMatchObject([
    { ...point, series: { subject: 'a100-sxm', terms }, value: 0.91 },
    { ...point, series: { subject: 'b200', terms }, value: 4.02 },
    { ...point, series: { subject: 'h100-sxm', terms }, value: 1.66, at: '/data/2/index_value' },
    { ...point, series: { subject: 'h200', terms }, value: 2.6 },
    { code: 'not_a_price' },
  ]);
});
