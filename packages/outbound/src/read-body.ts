/** Reads a response body whole: decompressed, within a size, or not at all. */
import { type Duplex, PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { linesOf } from './lines-of.ts';
import { Refused } from './outbound-error.ts';

/** The codings `readBody` undoes, as asked for in Accept-Encoding. */
export const acceptedCodings = 'gzip, deflate, br';

/** What is kept of a body, and how much of it at most. */
export interface Kept {
  /** Counts what is kept of what comes out of the decompressor; reading stops there, so a small bomb stays small. */
  readonly maxBytes: number;
  /** Of a text too long to keep, the lines that are kept; the others are read past, up to a gigabyte. */
  readonly keepLine?: ((line: string) => boolean) | undefined;
}

/**
 * Throws Refused `too_large`, `truncated` or `undecodable`. A body that simply ends with the connection, without a
 * length or chunks, cannot be told from a truncated one: whoever reads the document must notice that rows are missing.
 */
export async function readBody(body: Readable, coding: string, kept: Kept): Promise<Uint8Array> {
  switch (coding) {
    case 'identity':
      return collect(body, new PassThrough(), kept);
    case 'gzip':
    case 'x-gzip':
      return collect(body, createGunzip(), kept);
    case 'br':
      return collect(body, createBrotliDecompress(), kept);
    case 'deflate': {
      const packed = await collect(body, new PassThrough(), { maxBytes: kept.maxBytes });
      return collect(Readable.from([packed]), hasZlibHeader(packed) ? createInflate() : createInflateRaw(), kept);
    }
    default:
      throw new Refused({ code: 'undecodable', expected: `one of ${acceptedCodings}`, was: coding });
  }
}

/** Some servers send bare deflate where RFC 9110 (8.4.1.2) says zlib. The low half of a zlib stream's first byte is 8. */
const hasZlibHeader = (packed: Buffer) => (packed[0] ?? 0) % 16 === 8;

async function collect(body: Readable, decoder: Duplex, { maxBytes, keepLine }: Kept): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    await pipeline(body, decoder, async (decoded: AsyncIterable<Buffer>) => {
      for await (const chunk of keepLine === undefined ? decoded : linesOf(decoded, keepLine)) {
        size += chunk.length;
        if (size > maxBytes) throw new RangeError('enough');
        chunks.push(chunk);
      }
    });
  } catch (error) {
    throw size > maxBytes ? tooLarge(maxBytes) : unreadable(error);
  }
  return Buffer.concat(chunks, size);
}

const tooLarge = (maxBytes: number) =>
  new Refused({ code: 'too_large', expected: `a body of at most ${maxBytes} bytes`, was: 'more' });

function unreadable(cause: unknown): Refused {
  if (cause instanceof Refused) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const was = cause instanceof Error ? cause.message : String(cause);
  const badlyCoded = code !== 'Z_BUF_ERROR' && /^(Z_|ERR__ERROR_FORMAT)/.test(code);
  return badlyCoded
    ? new Refused({ code: 'undecodable', expected: 'a body coded as its Content-Encoding says', was, cause })
    : new Refused({ code: 'truncated', expected: 'a whole body', was, cause });
}
