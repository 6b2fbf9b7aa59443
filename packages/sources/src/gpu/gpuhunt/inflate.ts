/** DEFLATE (RFC 1951), unpacked in memory: this package runs without Node, whose zlib is not at hand here. */
import { SourceChanged } from '@bandgap/core';

interface Code {
  /** How many symbols have a code of each length. */
  readonly counts: readonly number[];
  /** The symbols in the order of their codes. */
  readonly symbols: readonly number[];
}

interface Codes {
  readonly literals: Code;
  readonly distances: Code;
}

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthExtraBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12_289, 16_385, 24_577,
];
const distanceExtraBits = distanceBases.map((_, index) => Math.max(0, (index >> 1) - 1));
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END_OF_BLOCK = 256;
const LONGEST_CODE = 15;

const fixedCodes = {
  literals: codeOf(
    Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  ),
  distances: codeOf(Array.from({ length: 30 }, () => 5)),
};

/** The `size` bytes that were packed. Throws SourceChanged where there are fewer or more. */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  const bits = bitReader(packed);
  const out = new Uint8Array(size);
  let length = 0;
  let last = false;
  while (!last) {
    last = bits.read(1) === 1;
    const kind = bits.read(2);
    if (kind === 3) throw new SourceChanged('expected a block of packed bytes, was of a kind that does not exist');
    length =
      kind === 0
        ? copyBlock(bits, out, length)
        : unpackBlock(bits, kind === 1 ? fixedCodes : readCodes(bits), { out, length });
  }
  if (length !== size) throw new SourceChanged(`expected ${size} bytes, unpacked ${length}`);
  return out;
}

type Bits = ReturnType<typeof bitReader>;

function bitReader(packed: Uint8Array) {
  let [position, held, count] = [0, 0, 0];
  function byte(): number {
    const next = packed[position++];
    if (next === undefined) throw new SourceChanged(`packed bytes end at ${packed.length}, in the middle of a block`);
    return next;
  }
  return {
    byte,
    /** Drops what is left of the byte at hand. */
    align(): void {
      [held, count] = [0, 0];
    },
    read(wanted: number): number {
      while (count < wanted) {
        held |= byte() << count;
        count += 8;
      }
      const value = held & ((1 << wanted) - 1);
      held >>>= wanted;
      count -= wanted;
      return value;
    },
  };
}

function codeOf(lengths: readonly number[]): Code {
  const counts = Array.from(
    { length: LONGEST_CODE + 1 },
    (_, length) => lengths.filter((each) => each === length).length,
  );
  const symbols = counts.flatMap((_, length) =>
    length === 0 ? [] : lengths.flatMap((each, symbol) => (each === length ? [symbol] : [])),
  );
  return { counts, symbols };
}

function symbolIn(bits: Bits, { counts, symbols }: Code): number {
  let [code, first, index] = [0, 0, 0];
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code |= bits.read(1);
    const count = counts[length] ?? 0;
    const symbol = code - count < first ? symbols[index + code - first] : undefined;
    if (symbol !== undefined) return symbol;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new SourceChanged('expected a code of the packed block, found none');
}

function readCodes(bits: Bits): Codes {
  const [literals, distances, lengths] = [bits.read(5) + 257, bits.read(5) + 1, bits.read(4) + 4];
  const ofLengths = new Array<number>(orderOfLengths.length).fill(0);
  for (const symbol of orderOfLengths.slice(0, lengths)) ofLengths[symbol] = bits.read(3);
  const code = codeOf(ofLengths);

  const all: number[] = [];
  while (all.length < literals + distances) {
    const symbol = symbolIn(bits, code);
    if (symbol < 16) all.push(symbol);
    else if (symbol === 16) all.push(...new Array<number>(3 + bits.read(2)).fill(all.at(-1) ?? 0));
    else all.push(...new Array<number>(symbol === 17 ? 3 + bits.read(3) : 11 + bits.read(7)).fill(0));
  }
  return { literals: codeOf(all.slice(0, literals)), distances: codeOf(all.slice(literals, literals + distances)) };
}

function copyBlock(bits: Bits, out: Uint8Array, from: number): number {
  bits.align();
  const length = bits.byte() | (bits.byte() << 8);
  bits.byte();
  bits.byte();
  for (let index = 0; index < length; index++) out[from + index] = bits.byte();
  return from + length;
}

function unpackBlock(
  bits: Bits,
  { literals, distances }: Codes,
  { out, length: from }: { readonly out: Uint8Array; readonly length: number },
): number {
  let length = from;
  for (;;) {
    const symbol = symbolIn(bits, literals);
    if (symbol === END_OF_BLOCK) return length;
    if (length >= out.length) throw new SourceChanged(`expected ${out.length} bytes, unpacked more`);
    if (symbol < END_OF_BLOCK) {
      out[length++] = symbol;
      continue;
    }
    const run = spanOf(bits, symbol - 257, [lengthBases, lengthExtraBits]);
    const distance = spanOf(bits, symbolIn(bits, distances), [distanceBases, distanceExtraBits]);
    for (let index = 0; index < run; index++, length++) out[length] = out[length - distance] ?? 0;
  }
}

function spanOf(
  bits: Bits,
  index: number,
  [bases, extraBits]: readonly [readonly number[], readonly number[]],
): number {
  const [base, extra] = [bases[index], extraBits[index]];
  if (base === undefined || extra === undefined)
    throw new SourceChanged(`expected a length or distance, was symbol ${index}`);
  return base + bits.read(extra);
}
