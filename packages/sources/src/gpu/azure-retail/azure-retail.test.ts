/** Azure: terms from type and meter, totals of reservations, machines and ways to commit told apart, pages. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { azureRetail } from './index.ts';

const rows = readDocument(azureRetail, fixtureOf(azureRetail));
const pageOf = (items: readonly object[], NextPageLink: string | null = null) =>
  artifactOf(azureRetail, JSON.stringify({ Items: items, NextPageLink }));
const item = (overrides: object) => ({
  ...JSON.parse(new TextDecoder().decode(fixtureOf(azureRetail).bytes)).Items[0],
  ...overrides,
});

describe('azure-retail', () => {
  it('divides by the GPUs of the machine and tells terms apart', () => {
    const found = rows.filter((row) => row.kind === 'quote').map(({ series, value }) => [series.terms, value]);
    const terms = { kind: 'rental', surface: 'list', region: 'eastus', minGpus: 8 };
    const networked = { ...terms, instanceType: 'Standard_ND96isr_H100_v5' };
    const plan = { ...networked, commitment: 'savings_plan' };
    expect(found).toEqual([
      [{ ...networked, tenor: 'on_demand' }, 10],
      [{ ...plan, tenor: 'contract_1y' }, 7],
      [{ ...plan, tenor: 'contract_3y' }, 5],
      [{ ...networked, tenor: 'contract_1y', commitment: 'reservation' }, 6],
      [{ ...networked, surface: 'marketplace', tenor: 'spot' }, 3],
      [{ ...terms, instanceType: 'Standard_ND96is_H100_v5', tenor: 'on_demand' }, 9],
    ]);
  });

  it.each([
    ['low priority', { meterName: 'ND96isrH100v5 Low Priority' }, 'out_of_scope'],
    ['Windows', { productName: 'Virtual Machines NDsr H100 v5 Series Windows' }, 'out_of_scope'],
    ['dev/test', { type: 'DevTestConsumption' }, 'out_of_scope'],
    ['a machine nobody knows', { armSkuName: 'Standard_ND12_v9' }, 'unknown_subject'],
    ['a term nobody knows', { type: 'Reservation', reservationTerm: '2 Weeks' }, 'unknown_unit'],
    ['another currency', { currencyCode: 'EUR' }, 'unknown_unit'],
    ['a price of zero', { retailPrice: 0 }, 'not_a_price'],
    ['a price in words', { retailPrice: 'free' }, 'not_a_price'],
  ])('skips %s', (_, overrides, code) => {
    expect(readDocument(azureRetail, pageOf([item({ savingsPlan: [], ...overrides })]))).toMatchObject([
      { kind: 'skip', code },
    ]);
  });

  it('follows pages of its own host only', () => {
    const next = 'https://prices.azure.com/api/retail/prices?$skip=1000';
    expect(azureRetail.follow?.(pageOf([item({})], next), { key: '' })).toEqual({ url: next });
    expect(azureRetail.follow?.(pageOf([item({})], 'https://example.com/api'), { key: '' })).toBeUndefined();
    expect(azureRetail.follow?.(pageOf([item({})]), { key: '' })).toBeUndefined();
  });
});

describe.skipIf(recordingsAbsent)('azure-retail as recorded (skipped where the recordings are absent)', () => {
  it('reads 98.32 an hour as 12.29 per GPU, and 551,221 for a year as 7.87', () => {
    const [recorded] = recordingsOf(azureRetail).map((artifact) =>
      judge(azureRetail, readDocument(azureRetail, artifact)),
    );
    const quotes = recorded?.kind === 'accepted' ? recorded.quotes : [];
    expect(
      quotes.map(({ series, value }) => [series.subject, 'tenor' in series.terms && series.terms.tenor, value]),
    ).toEqual([
      ['h100-sxm', 'on_demand', 12.29],
      ['h100-sxm', 'contract_1y', 551_221 / 8760 / 8],
      ['h100-sxm', 'contract_3y', 1_134_310 / 26_280 / 8],
      ['a100-sxm-40', 'spot', 5.98334 / 8],
      ['h100-sxm', 'on_demand', 11.061],
    ]);
  });
});
