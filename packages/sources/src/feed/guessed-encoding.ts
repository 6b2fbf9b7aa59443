/** The encoding of text that declares none and is not UTF-8, told by its bytes. */

/** Hangul fill the first 25 of the rows that Chinese characters fill from the first to the last. */
const lastHangulRow = 0xc8;

/** Accents and typographic marks are rare in a text; where every other byte is beyond ASCII it is another alphabet. */
const mostMarks = 0.05;

/** Undefined where the bytes are not text, or could be anything. */
export function guessedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return undefined;
  const rows = doubleByteRows(bytes);
  if (rows === undefined) return marksIn(bytes) <= bytes.length * mostMarks ? 'windows-1252' : undefined;
  return rows.every((row) => row <= lastHangulRow) ? 'euc-kr' : 'gb18030';
}

/** The first byte of each East Asian character; undefined unless all that is beyond ASCII comes in such pairs. */
function doubleByteRows(bytes: Uint8Array): readonly number[] | undefined {
  const rows: number[] = [];
  for (let index = 0; index < bytes.length; index += 1) {
    const row = bytes[index] ?? 0;
    if (row < 0x80) continue;
    index += 1;
    if (row < 0xa1 || (bytes[index] ?? 0) < 0xa1) return undefined;
    rows.push(row);
  }
  return rows;
}

const marksIn = (bytes: Uint8Array) => bytes.reduce((count, byte) => (byte < 0x80 ? count : count + 1), 0);
