/** The tables of a Markdown page, each with its heading and what introduces it. */
import { type Artifact, textOf } from '@bandgap/core';
import type { Cell, PriceTable } from './price-table.ts';

export function markdownTables(artifact: Artifact): readonly PriceTable[] {
  const tables: PriceTable[] = [];
  let block: Cell[][] = [];
  let heading = '';
  let lead: string[] = [];
  let before: string[] = [];
  let fenced = false;

  const closeTable = () => {
    const table = tableOf(block);
    if (table !== undefined) tables.push({ heading, lead: lead.join('\n'), before: before.join('\n'), ...table });
    block = [];
    before = [];
  };
  for (const [index, line] of textOf(artifact).split(/\r?\n/).entries()) {
    const text = line.trim();
    if (text.startsWith('```')) fenced = !fenced;
    const isRow = !fenced && text.startsWith('|');
    if (isRow) block.push(cellsOf(text, index + 1));
    else if (block.length > 0) closeTable();
    if (isRow || fenced) continue;

    const title = /^#{1,6}\s+(.*)$/.exec(text)?.[1];
    if (title === undefined) lead.push(plainText(text));
    else {
      before = [...before, ...lead];
      lead = [];
      heading = plainText(title);
    }
  }
  closeTable();
  return tables;
}

const cellsOf = (line: string, lineNumber: number): Cell[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((text, index) => ({ text: plainText(text), at: `line ${lineNumber}, cell ${index + 1}` }));

/** A block of rows is a table where its second row is the line of dashes. */
function tableOf([header, dashes, ...rows]: readonly (readonly Cell[])[]) {
  if (header === undefined || dashes === undefined || !dashes.every(({ text }) => /^:?-+:?$/.test(text)))
    return undefined;
  return { header: header.map(({ text }) => text), rows };
}

/** Links by their text, footnote marks and emphasis left out, escapes undone. */
const plainText = (markdown: string): string =>
  markdown
    .replaceAll(/<sup>.*?<\/sup>|\[\^[^\]]*\]/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/\\([\\$|*_~[\]<>#-])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
