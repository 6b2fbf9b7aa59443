/** What every contract keeps: payloads that survive JSON, and keys that are job ids. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from './contracts.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_.-]{1,40}$/);
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('keys', () => {
  const keyed = fc.oneof(
    fc.record({ sourceId: id, slot: instant }).map((payload) => ({ payload, key: contracts.fetch.key(payload) })),
    fc.record({ sourceId: id, slot: instant }).map((payload) => ({ payload, key: contracts.normalize.key(payload) })),
    fc.record({ cause: id }).map((payload) => ({ payload, key: contracts.evaluate.key(payload) })),
    fc.record({ deliveryId: id }).map((payload) => ({ payload, key: contracts.deliver.key(payload) })),
  );

  test('are job ids on both stores', () => {
    fc.assert(
      fc.property(keyed, ({ key }) => {
        expect(key).toMatch(/^[\w.-]+$/);
        expect(key).not.toMatch(/^\d+$/);
      }),
    );
  });

  test('name the queue, the source and the slot', () => {
    const slot = '2026-05-01T00:30:00.000Z';
    expect(contracts.fetch.key({ sourceId: 'sec-edgar', slot })).toBe('fetch.sec-edgar.2026-05-01T003000.000Z');
    expect(contracts.normalize.key({ sourceId: 'sec-edgar', slot })).toBe('normalize.sec-edgar.2026-05-01T003000.000Z');
  });
});

describe('payloads', () => {
  test('survive JSON', () => {
    fc.assert(
      fc.property(fc.record({ sourceId: id, slot: instant }), (payload) => {
        expect(contracts.fetch.payload.parse(JSON.parse(JSON.stringify(payload)))).toEqual(payload);
      }),
    );
  });

  test.each([
    ['fetch', { sourceId: 'a', slot: '2026-05-01' }],
    ['fetch', { sourceId: 'a/b', slot: '2026-05-01T00:30:00.000Z' }],
    ['normalize', { sourceId: '', slot: '2026-05-01T00:30:00.000Z' }],
    ['deliver', { deliveryId: 7 }],
    ['evaluate', { cause: 'a:b' }],
    ['evaluate', { cause: 'a', rows: [1] }],
    ['deliver', {}],
  ] as const)('%s refuses %j', (name, payload) => {
    expect(contracts[name].payload.safeParse(payload).success).toBe(false);
  });

  test('each contract is listed under its own name', () => {
    expect(Object.entries(contracts).map(([name, contract]) => [name, contract.name])).toEqual(
      Object.keys(contracts).map((name) => [name, name]),
    );
  });
});
