/** The tables of a page, each with the title and the time that introduce it. */
import type { CheerioAPI } from 'cheerio/slim';

export interface Selectors {
  readonly table: string;
  readonly title: string;
  readonly time: string;
}

export interface IntroducedTable {
  readonly table: ReturnType<CheerioAPI>;
  readonly title: string;
  readonly time: string;
}

/** What introduces a table stands between it and the table before: nothing is borrowed from another section. */
export function introducedTables($: CheerioAPI, selectors: Selectors): readonly IntroducedTable[] {
  const found: IntroducedTable[] = [];
  let introduction = { title: '', time: '' };
  for (const element of $(Object.values(selectors).join(', ')).toArray()) {
    const node = $(element);
    if (node.is(selectors.table)) {
      found.push({ ...introduction, table: node });
      introduction = { title: '', time: '' };
    } else if (node.is(selectors.title)) introduction = { ...introduction, title: node.text() };
    else introduction = { ...introduction, time: node.text() };
  }
  return found;
}
