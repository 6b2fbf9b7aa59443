/** Printed contract prices become observations. */
import { expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { rentalReference } from './index.ts';

it('dates the printed contract prices by the last day of their month', () => {
  const rows = readDocument(rentalReference, fixtureOf(rentalReference));
  const oneYear = rows.filter((row) => row.kind === 'quote' && row.series.subject === 'h100');
  expect(oneYear.slice(0, 2)).toMatchObject([
    {
      series: { venue: 'semianalysis', terms: { kind: 'rental', surface: 'survey', tenor: 'contract_1y' } },
      value: 1.7,
      observedAt: '2025-10-31T00:00:00.000Z',
    },
    { series: { venue: 'semianalysis' }, value: 2.35, observedAt: '2026-03-31T00:00:00.000Z' },
  ]);
});
