/** Reading LiteLLM's price list into quotes, against parsing its JSON and doing nothing with it. */

import { shiftDecimal } from '@bandgap/core';
import { openRecordings } from '@bandgap/ingest';
import { readDocument } from '@bandgap/sources';
import { contender, contest, print } from './contest.ts';
import { recordedFolder } from './recorded.ts';
import { litellmOf } from './recorded-document.ts';

export async function normalizeBench(): Promise<void> {
  const { source, artifact } = await litellmOf(await openRecordings(recordedFolder));
  const { bytes } = artifact;
  const text = new TextDecoder().decode(bytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  expectPricesOf(JSON.parse(text), readDocument(source, artifact));
  print(`\nLiteLLM's price list as of ${artifact.fetchedAt.slice(0, 10)}, ${bytes.length} bytes`);
  contest('Its bytes into quotes', 'byte', [
    contender('bandgap', bytes.length, () => readDocument(source, artifact)),
    contender('JSON.parse of its bytes', bytes.length, () => JSON.parse(decoder.decode(bytes))),
    contender('JSON.parse of its text', bytes.length, () => JSON.parse(text)),
  ]);
}

/** Every quote must be the number at its place in the document. */
function expectPricesOf(document: unknown, rows: ReturnType<typeof readDocument>): void {
  const quotes = rows.filter((row) => row.kind === 'quote');
  if (quotes.length === 0) throw new Error('expected quotes in the price list, found none');
  for (const { at, value } of quotes) {
    const stated = at.split('/').slice(1).reduce<unknown>(member, document);
    if (typeof stated !== 'number' || shiftDecimal(stated, 6) !== value)
      throw new Error(`${at}: expected ${stated} USD a token, was ${value} a million`);
  }
}

const member = (value: unknown, segment: string): unknown =>
  Object(value)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
