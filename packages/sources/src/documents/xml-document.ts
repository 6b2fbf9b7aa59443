/** Reading an artifact as XML, after making sure that it is whole and not built to hang the parser. */
import { type Artifact, SourceChanged, textOf } from '@bandgap/core';
import { type CheerioAPI, load } from 'cheerio/slim';
import { nestingDepth } from './nesting-depth.ts';

/** Real answers nest a handful deep. */
const deepestAllowed = 512;

/** The answer for cheerio. Throws SourceChanged unless it ends with the end of `root` and is nested at most 512 elements deep. */
export function xmlDocument(artifact: Artifact, root: string): CheerioAPI {
  const xml = textOf(artifact);
  if (!xml.trimEnd().endsWith(`</${root}>`) || nestingDepth(xml, deepestAllowed) > deepestAllowed)
    throw new SourceChanged(`expected a whole ${root}, was ${JSON.stringify(xml.slice(-80))}`);
  return load(xml, { xml: true });
}
