/** Bytes in Brotli or gzip, for those who take it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** At this quality Brotli is faster than gzip, and a tenth smaller. */
const quality = 4;

type Encoding = 'br' | 'gzip';
export type Bytes = Uint8Array<ArrayBuffer>;

const compress: Readonly<Record<Encoding, (body: string | Bytes) => Promise<Bytes>>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  gzip: (body) => gzipped(body),
};

/** Under this many bytes there is nothing to gain. */
const threshold = 1024;

export const isCompressible = (contentType: string): boolean => COMPRESSIBLE_CONTENT_TYPE_REGEX.test(contentType);

export interface Compressed {
  readonly encoding: Encoding;
  readonly bytes: Bytes;
}

/** Undefined where the bytes stay as they are. */
export async function compressed(body: string | Bytes, acceptEncoding: string): Promise<Compressed | undefined> {
  const encoding = encodingFor(acceptEncoding);
  if (encoding === undefined || Buffer.byteLength(body) < threshold) return undefined;
  return { encoding, bytes: await compress[encoding](body) };
}

/** The one that is smaller, among those that were named and not refused by a quality of zero. */
function encodingFor(accepted: string): Encoding | undefined {
  const named = accepted
    .split(',')
    .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/.test(each))
    .map((each) => each.split(';')[0]?.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((encoding) => named.includes(encoding));
}
