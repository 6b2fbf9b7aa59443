/** The article of DeepSeek's page. */
import { type Artifact, textOf } from '@bandgap/core';
import type { CheerioAPI } from 'cheerio/slim';
import { htmlDocument } from '../../documents/html-document.ts';

/** Archives keep the article without the page around it: a document that opens no page need not close one. */
export function article(artifact: Artifact): CheerioAPI {
  const html = textOf(artifact);
  if (/<html[\s>]/i.test(html)) return htmlDocument(artifact);
  return htmlDocument({ ...artifact, bytes: new TextEncoder().encode(`${html}</html>`) });
}
