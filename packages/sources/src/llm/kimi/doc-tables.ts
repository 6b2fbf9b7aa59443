/** Kimi's pages write their tables as MDX elements: `<DocTable columns={[…]} rows={[…]} />`. */
import type { PriceTable } from '../../documents/price-table.ts';

/** Places are the line and the cell. An element that is cut off is no table. */
export function docTables(page: string): readonly PriceTable[] {
  return [...page.matchAll(/<DocTable\s+columns=\{\[([\s\S]*?)\]\}\s+rows=\{\[([\s\S]*?)\n\]\}\s*\/>/g)].map(
    (element) => {
      const [whole, columns = '', rows = ''] = element;
      const firstLine = page.slice(0, element.index + whole.indexOf(rows, columns.length)).split('\n').length;
      const heading = /[\s\S]*^#+ (.*)$/m.exec(page.slice(0, element.index))?.[1] ?? '';
      return {
        heading,
        lead: '',
        before: '',
        header: [...columns.matchAll(/title: "([^"]*)"/g)].map(([, title = '']) => title),
        rows: rows.split('\n').flatMap((line, index) => rowOf(line, firstLine + index)),
      };
    },
  );
}

/** `["kimi-k2.6", "1M tokens", <>{"$"}0.16</>],` */
function rowOf(line: string, lineNumber: number): PriceTable['rows'] {
  const [, inner] = /^\s*\[(.*)\],?\s*$/.exec(line) ?? [];
  if (inner === undefined) return [];
  const cells = [...inner.matchAll(/"((?:[^"\\]|\\.)*)"(?=,|$)|<>(.*?)<\/>/g)].map(([, text, markup = '']) =>
    (text ?? markup.replaceAll(/\{"([^"]*)"\}/g, '$1')).trim(),
  );
  return [cells.map((text, index) => ({ text, at: `line ${lineNumber}, cell ${index + 1}` }))];
}
