/** One file out of a zip archive in memory. */
import { SourceChanged } from '@bandgap/core';
import { inflate } from './inflate.ts';

const END = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const END_LENGTH = 22;
/** Catalogs unpack to a few megabytes; more would be an attack. */
const LARGEST = 64 * 2 ** 20;

/** The bytes of the entry. Throws SourceChanged where the archive is not whole or has no such entry. */
export function zipEntry(archive: Uint8Array, name: string): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== ENTRY) break;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(entry + field, true));
    const start = entry + 46;
    const found = new TextDecoder().decode(archive.subarray(start, start + (nameLength ?? 0)));
    if (found === name) return unpack(archive, view, entry);
    entry = start + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  throw new SourceChanged(`expected ${name} in the archive of ${archive.length} bytes, found none`);
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--) if (view.getUint32(at, true) === END) return at;
  throw new SourceChanged(`expected a whole zip archive, was ${view.byteLength} bytes without its end`);
}

function unpack(archive: Uint8Array, view: DataView, entry: number): Uint8Array {
  const method = view.getUint16(entry + 10, true);
  const [packedSize, size] = [view.getUint32(entry + 20, true), view.getUint32(entry + 24, true)];
  const local = view.getUint32(entry + 42, true);
  if (size > LARGEST) throw new SourceChanged(`refused an entry of ${size} bytes`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = archive.subarray(start, start + packedSize);
  if (method === 0) return packed;
  if (method === 8) return inflate(packed, size);
  throw new SourceChanged(`expected a stored or deflated entry, was method ${method}`);
}
