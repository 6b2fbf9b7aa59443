/** Rewrites the SVG that ECharts prints so that equal charts have equal bytes and need neither style sheet nor inline style. */

/** `&`, `<`, `>` and quotes as XML entities. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

// What XML 1.0 cannot carry even when escaped: control characters, lone surrogates, U+FFFE and U+FFFF.
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** One line of text that any XML reader accepts. */
export const oneLine = (text: string): string => text.replace(notXml, '').replace(/\s+/g, ' ').trim();

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
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` ${fontAttributes(style)}`)
    .replace(/ (?:xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/\n{2,}/g, '\n');
  return renumberIds(stripped);
}
