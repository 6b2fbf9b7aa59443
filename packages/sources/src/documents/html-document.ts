/** Reading an artifact as HTML, after making sure that it is whole and not built to hang the parser. */
import { type Artifact, SourceChanged, textOf } from '@bandgap/core';
import { type CheerioAPI, load } from 'cheerio/slim';
import { nestingDepth } from './nesting-depth.ts';

/** Real pages nest a few dozen deep. */
const deepestAllowed = 512;

/**
 * The page for cheerio, read by htmlparser2: 100,000 nested elements take parse5, which cheerio uses by default, minutes.
 * Throws SourceChanged where the page is cut off or nested deeper than 512 elements.
 */
export function htmlDocument(artifact: Artifact): CheerioAPI {
  const html = textOf(artifact);
  if (nestingDepth(html, deepestAllowed) > deepestAllowed)
    throw new SourceChanged(`refused HTML nested deeper than ${deepestAllowed} elements`);
  if (!/<\/html\s*>/i.test(html.slice(-2000)))
    throw new SourceChanged(`expected a whole page, found no </html> at the end: ${JSON.stringify(html.slice(-80))}`);
  return load(html, { xml: { xmlMode: false } });
}
