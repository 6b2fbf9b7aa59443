/** Lines are kept whole whichever way the text is cut into chunks, and a text that never ends is given up. */
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines-of.ts';
import { readBody } from './read-body.ts';

const streamOf = (chunks: readonly Uint8Array[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
const hasPrice = (line: string) => line.includes('€');

async function kept(chunks: readonly Uint8Array[], keepLine: (line: string) => boolean): Promise<string> {
  const lines: Buffer[] = [];
  for await (const line of linesOf(streamOf(chunks), keepLine)) lines.push(line);
  return Buffer.concat(lines).toString();
}

test('every way to cut a text into chunks keeps the same lines', async () => {
  const line = fc.stringMatching(/^[a-z€,"]{0,12}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.array(fc.nat(60), { maxLength: 6 }), async (lines, cuts) => {
      const text = Buffer.from(lines.join('\n'));
      const ends = [...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b), text.length];
      const chunks = ends.map((end, index) => text.subarray(ends[index - 1] ?? 0, end));
      const expected = lines.filter(hasPrice);
      const ended = lines.findLastIndex(hasPrice) === lines.length - 1 ? '' : '\n';
      expect(await kept(chunks, hasPrice)).toBe(expected.length === 0 ? '' : expected.join('\n') + ended);
    }),
  );
});

test('a body many times larger than what may be kept gives the lines that are kept', async () => {
  const text = `sku,price\n${'x,0\n'.repeat(500_000)}p5,98.32\n`;
  const body = await readBody(Readable.from([gzipSync(text)]), 'gzip', {
    maxBytes: 100,
    keepLine: (line) => !line.startsWith('x'),
  });
  expect(new TextDecoder().decode(body)).toBe('sku,price\np5,98.32\n');
});

test('what is kept has a limit too', async () => {
  const reading = readBody(Readable.from([Buffer.from('a\n'.repeat(60))]), 'identity', {
    maxBytes: 100,
    keepLine: () => true,
  });
  await expect(reading).rejects.toMatchObject({ code: 'too_large' });
});

test('a line without an end is given up', async () => {
  const endless = Array.from({ length: 40 }, () => Buffer.alloc(2 ** 15, 'x'));
  await expect(kept(endless, () => true)).rejects.toMatchObject({ code: 'too_large' });
});
