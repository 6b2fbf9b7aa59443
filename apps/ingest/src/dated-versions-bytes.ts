/** The bytes of a version as the source would have sent them. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const maxBytes = 256 * 1024 * 1024;

export const unzipped = async (name: string, stored: Uint8Array): Promise<Uint8Array> =>
  name.endsWith('.gz') ? promisify(gunzip)(stored, { maxOutputLength: maxBytes }) : stored;
