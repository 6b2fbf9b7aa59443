/** UTF-32, which the platform does not decode. */

/** The text of bytes that begin with a byte order mark or a `<` of four bytes; undefined for any other. */
export function utf32(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const littleEndian = [true, false].find((little) => [0xfeff, 0x3c].includes(view.getUint32(0, little)));
  if (littleEndian === undefined) return undefined;
  const characters: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += 4) {
    const codePoint = view.getUint32(offset, littleEndian);
    characters.push(codePoint > 0x10ffff ? '\uFFFD' : String.fromCodePoint(codePoint));
  }
  return characters.join('').replace(/^\uFEFF/, '');
}
