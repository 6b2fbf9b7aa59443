/** Makes XML that publishers really send acceptable to a strict parser, and disarms what attackers send. */
import { SourceChanged } from '@bandgap/core';

const doctypeAtMost = 10_000;
const prologAtMost = 10_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** CDATA sections and comments, which are left alone, and ampersands that start no reference XML knows. */
const looseAmpersand =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});)/g;

/** Drops what stands before the XML declaration, or else before the first tag, control characters and the DOCTYPE; escapes stray ampersands. Throws SourceChanged on an entity bomb. */
export function repairXml(text: string): string {
  const declared = text.slice(0, prologAtMost).search(/<\?xml\s/);
  const start = declared < 0 ? text.indexOf('<') : declared;
  if (start < 0) throw new SourceChanged(`expected XML, was ${JSON.stringify(text.slice(0, 80))}`);
  return withoutDoctype(text.slice(start).replace(forbidden, '')).replace(looseAmpersand, (match) =>
    match === '&' ? '&amp;' : match,
  );
}

/** Before the root element: what looks like a DOCTYPE further on is text. */
const beforeDoctype = /^(?:\s|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)*(?=<!DOCTYPE)/i;

function withoutDoctype(xml: string): string {
  const [prolog] = beforeDoctype.exec(xml.slice(0, prologAtMost)) ?? [];
  if (prolog === undefined) return xml;
  const start = prolog.length;
  const end = doctypeEnd(xml, start);
  const doctype = xml.slice(start, end);
  if (doctype.length > doctypeAtMost) throw new SourceChanged(`refused a DOCTYPE of ${doctype.length} characters`);
  if (/<!ENTITY[^>]*["'][^"'>]*&(?!#)/.test(doctype)) throw new SourceChanged('refused a DOCTYPE with nested entities');
  return xml.slice(0, start) + xml.slice(end);
}

/** The declaration ends at the first `>` outside its internal subset in square brackets. */
function doctypeEnd(xml: string, start: number): number {
  const close = xml.indexOf('>', start);
  const subset = xml.indexOf('[', start);
  if (subset < 0 || subset > close) return close + 1 || xml.length;
  const subsetEnd = xml.indexOf(']', subset);
  const end = subsetEnd < 0 ? -1 : xml.indexOf('>', subsetEnd);
  return end + 1 || xml.length;
}
