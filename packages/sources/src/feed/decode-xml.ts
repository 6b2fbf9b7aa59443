/** From the bytes of an XML document to its text, by the encoding it really has. */
import { type Artifact, SourceChanged } from '@bandgap/core';

/** Largest share of characters that may be unreadable: one in a thousand. */
const unreadableAtMost = 0.001;

/**
 * Trusts the byte order mark, then the HTTP header, then the XML declaration, then UTF-8; the first that reads without an error wins.
 * ISO-8859-1 is read as windows-1252, as browsers do, which keeps the dash of "55–60%". Throws SourceChanged.
 */
export function decodeXml({ bytes, contentType }: Artifact): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new SourceChanged('expected XML, was gzip');
  const declared = [byFirstBytes(bytes), byHeader(contentType), byDeclaration(bytes), 'utf-8'];
  for (const encoding of declared) {
    const text = encoding === undefined ? undefined : decoded(bytes, encoding, true);
    if (text !== undefined) return text.replace(/[\u0080-\u009F]/g, punctuation);
  }
  const text = decoded(bytes, 'utf-8', false) ?? '';
  const unreadable = text.split('\uFFFD').length - 1;
  if (unreadable <= text.length * unreadableAtMost) return text;
  throw new SourceChanged(`expected ${byDeclaration(bytes) ?? 'UTF-8'}, found ${unreadable} unreadable characters`);
}

/** Node 20 decodes windows-1252 as if it were Latin-1, which has control codes where the punctuation should be. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const punctuation = (control: string) => windows1252.charAt(control.charCodeAt(0) - 0x80);

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byFirstBytes([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return undefined;
}

const byHeader = (contentType: string) => /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];

const byDeclaration = (bytes: Uint8Array) =>
  /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[1];
