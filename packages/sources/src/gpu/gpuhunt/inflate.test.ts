/** What zlib packs is unpacked, and what it did not pack is refused. */
import { deflateRawSync } from 'node:zlib';
import { SourceChanged } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from './inflate.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = bytes(
  Array.from({ length: 3000 }, (_, index) => `p5.48xlarge,zone-${index % 40},${(index * 7919) % 97}\n`).join(''),
);

describe('inflate', () => {
  it.each([0, 1, 6, 9])('unpacks a catalog packed at level %d', (level) => {
    expect(inflate(deflateRawSync(rows, { level }), rows.length)).toEqual(rows);
  });

  it('unpacks anything', () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 500 }), fc.string({ maxLength: 500 }).map(bytes));
    fc.assert(
      fc.property(content, fc.integer({ min: 0, max: 9 }), (packed, level) => {
        expect(inflate(new Uint8Array(deflateRawSync(packed, { level })), packed.length)).toEqual(
          new Uint8Array(packed),
        );
      }),
    );
  });

  it.each([
    ['more than it was told', rows.length - 1],
    ['less than it was told', rows.length + 1],
  ])('refuses %s', (_, size) => {
    expect(() => inflate(deflateRawSync(rows), size)).toThrow(SourceChanged);
  });

  it('ends on any bytes, unpacked or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (garbage) => {
        try {
          expect(inflate(garbage, 100)).toHaveLength(100);
        } catch (error) {
          expect(error).toBeInstanceOf(SourceChanged);
        }
      }),
    );
  });

  it('refuses bytes that were cut off', () => {
    const packed = deflateRawSync(rows);
    expect(() => inflate(packed.subarray(0, packed.length - 10), rows.length)).toThrow(SourceChanged);
  });
});
