/** Anthropic's own price page, in Markdown; the same page as HTML is read too. */
import { type Artifact, SourceChanged, textOf } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { htmlDocument } from '../../documents/html-document.ts';
import { htmlTables } from '../../documents/html-tables.ts';
import { markdownTables } from '../../documents/markdown-tables.ts';
import type { PriceTable } from '../../documents/price-table.ts';
import { tableRows } from './table-rows.ts';

export const anthropic: Source = {
  id: 'anthropic',
  name: 'Anthropic price page',
  home: 'https://platform.claude.com/docs/en/about-claude/pricing',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '20 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price page', attribution: 'Anthropic' },
  optIn: false,
  readByDay: true,
  expect: { atLeast: 30, mustQuote: ['anthropic/claude-haiku-4-5'], rejectIfSkippedOver: 0.1 },
  requests: () => [{ url: 'https://platform.claude.com/docs/en/about-claude/pricing.md' }],
  parse: (artifact) => tablesOf(artifact).flatMap((table) => tableRows(table, artifact.fetchedAt)),
};

function tablesOf(artifact: Artifact): readonly PriceTable[] {
  const text = textOf(artifact).trimEnd();
  if (text.trimStart().startsWith('<')) return htmlTables(htmlDocument(artifact));
  if (!/\bcontact\b.*@.*\.$/i.test(text))
    throw new SourceChanged(
      `expected a page that ends with whom to write to, ended ${JSON.stringify(text.slice(-80))}`,
    );
  return markdownTables(artifact);
}
