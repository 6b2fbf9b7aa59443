/** Nothing but what was asked to be kept is kept. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onlyMembers } from './only-members.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const text = (kept: Uint8Array) => new TextDecoder().decode(kept);

it('keeps the members it is told to, in lists of objects', () => {
  expect(text(onlyMembers(bytes([{ price: 1, cost: 0.7 }, 'x']), undefined, ['price']))).toBe('[{"price":1},null]');
  expect(text(onlyMembers(bytes({ offers: [{ price: 1, ip: 'y' }], ip: 'z' }), 'offers', ['price']))).toBe(
    '{"offers":[{"price":1}]}',
  );
});

it.each([['{"offers":[{"ip":"203.0.113.7"'], ['{}'], ['null'], ['<html>']])('keeps nothing of %s', (answer) => {
  expect(onlyMembers(new TextEncoder().encode(answer), 'offers', ['price'])).toHaveLength(0);
});

it('never lets another member through, whatever the answer', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (list) => {
      const secret = list.map((each) => ({ ...each, secret: 'S3CRET' }));
      expect(text(onlyMembers(bytes(secret), undefined, ['price']))).not.toContain('S3CRET');
    }),
  );
});
