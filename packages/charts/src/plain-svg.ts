/** Rewrites the SVG that ECharts prints so that equal charts have equal bytes and need neither style sheet nor inline style. */

import { notXml, wordJoiner } from './drawable-text.ts';

/** `&`, `<`, `>` and quotes as XML entities. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const sizeOf = (style: string): string => /(?:font-size:|font:[^;]*?)(\d+(?:\.\d+)?)px/.exec(style)?.[1] ?? '12';

const fontAttributes = (style: string): string =>
  `font-size="${sizeOf(style)}"${/\bbold\b/.test(style) ? ' font-weight="bold"' : ''}`;

/** Ids come from a counter of the process; here they count from zero in each drawing. */
function renumberIds(svg: string): string {
  const names = new Map<string, string>();
  for (const [, id = ''] of svg.matchAll(/ id="([^"]*)"/g)) names.set(id, `part-${names.size}`);
  return svg
    .replace(/ id="([^"]*)"/g, (_, id: string) => ` id="${names.get(id)}"`)
    .replace(/url\(#([^)]*)\)/g, (_, id: string) => `url(#${names.get(id)})`);
}

export function plainSvg(svg: string): string {
  const stripped = svg
    .replace(notXml, '')
    .replaceAll(wordJoiner, '')
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` ${fontAttributes(style)}`)
    .replace(/ (?:xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/\n{2,}/g, '\n');
  return renumberIds(stripped);
}
