/** Slots are told from the clock alone, and what was missed is told apart from what can still be polled. */
import type { Source } from '@bandgap/sources';
import { describe, expect, test } from 'vitest';
import { dueSlots, slotBefore } from './due-slots.ts';

const polled = {
  id: 'polled',
  schedule: '40 5,17 * * *',
  requests: () => [{ url: 'https://example.org/' }],
} as unknown as Source;
const at = (text: string) => `2026-03-${text}:00.000Z`;
const slots = (...times: readonly string[]) => times.map((time) => ({ sourceId: 'polled', dueAt: at(time) }));

test('the slot before an instant is the last time the schedule names, that instant included', () => {
  expect(slotBefore('40 5,17 * * *', at('10T17:39'))).toBe(at('10T05:40'));
  expect(slotBefore('40 5,17 * * *', at('10T17:40'))).toBe(at('10T17:40'));
});

test('a schedule in UTC has no gap where clocks are put forward', () => {
  expect(slotBefore('30 2 * * *', '2026-03-29T03:00:00.000Z')).toBe('2026-03-29T02:30:00.000Z');
});

describe('a source that is polled', () => {
  test('is due at once when it was never announced', () => {
    expect(dueSlots(polled, at('10T12:00'), undefined)).toEqual({
      sourceId: 'polled',
      missed: [],
      current: slots('10T05:40')[0],
    });
  });

  test('is not due again before its next slot', () => {
    expect(dueSlots(polled, at('10T12:00'), at('10T05:40'))).toEqual({ sourceId: 'polled', missed: [] });
  });

  test('has missed what went by while nobody was there', () => {
    expect(dueSlots(polled, at('11T12:00'), at('10T05:40'))).toEqual({
      sourceId: 'polled',
      missed: slots('10T17:40'),
      current: slots('11T05:40')[0],
    });
  });
});

test('a document that ships with Bandgap is due when it was released, beside whatever is polled', () => {
  const bundled = { releasedAt: at('01T00:00'), body: () => '' };
  expect(dueSlots({ ...polled, bundled, requests: () => [] }, at('10T12:00'), undefined)).toEqual({
    sourceId: 'polled',
    missed: [],
    bundled: slots('01T00:00')[0],
  });
  expect(dueSlots({ ...polled, bundled }, at('10T12:00'), undefined)).toMatchObject({
    bundled: slots('01T00:00')[0],
    current: slots('10T05:40')[0],
  });
});
