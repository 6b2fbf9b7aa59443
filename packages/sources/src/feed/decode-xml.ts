/** From the bytes of an XML document to its text, by the encoding it really has. */
import { SourceChanged } from '@bandgap/core';
import { guessedEncoding } from './guessed-encoding.ts';
import { utf32 } from './utf-32.ts';

export interface XmlBytes {
  readonly bytes: Uint8Array;
  /** Of the HTTP answer; empty where there was none. */
  readonly contentType: string;
}

/** Largest share of characters that may be unreadable in a text that is UTF-8 otherwise: one in a thousand. */
const unreadableAtMost = 0.001;

/**
 * Trusts the first bytes, then the HTTP header, then the XML declaration, then UTF-8, then what the bytes look like; the
 * first that reads without an error wins. ISO-8859-1 is read as windows-1252, as browsers do, which keeps the dash of
 * "55–60%", but not where the bytes are UTF-8: then the name is a default that nobody chose. Throws SourceChanged.
 */
export function decodeXml({ bytes, contentType }: XmlBytes): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new SourceChanged('expected XML, was gzip');
  const wide = utf32(bytes);
  if (wide !== undefined) return wide;
  const declared = [byFirstBytes(bytes), byHeader(contentType), byDeclaration(bytes), 'utf-8'];
  const text = declared.reduce<string | undefined>((read, encoding) => read ?? decoded(bytes, encoding), undefined);
  const read = text ?? damagedUtf8(bytes) ?? decoded(bytes, guessedEncoding(bytes));
  if (read !== undefined) return withPunctuation(read);
  throw new SourceChanged(`expected ${byDeclaration(bytes) ?? 'UTF-8'}, found bytes that are no text in it`);
}

/** Node 20 decodes windows-1252 as if it were Latin-1, and feeds refer to its characters by number: control codes in the place of punctuation. */
export const withPunctuation = (text: string): string => text.replace(/[\u0080-\u009F]/g, punctuation);

const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const punctuation = (control: string) => windows1252.charAt(control.charCodeAt(0) - 0x80);

/** East Asian encodings by the names Windows has for them. */
const codePages: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['cp950', 'big5'],
]);

function decoded(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    const decoder = new TextDecoder(codePages.get(encoding.toLowerCase()) ?? encoding, { fatal: true });
    return (decoder.encoding === 'windows-1252' ? decoded(bytes, 'utf-8') : undefined) ?? decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text in UTF-8 of which a character here and there was cut in two; there must be more that were not. */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const unreadable = text.split('\uFFFD').length - 1;
  const readable = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return unreadable <= text.length * unreadableAtMost && readable > unreadable ? text : undefined;
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
