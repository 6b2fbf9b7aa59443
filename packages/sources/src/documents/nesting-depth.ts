/** How deep the elements of a page nest, read in one pass without building a tree. */

/** Not counted: void elements, and those whose end tag may be left out because the next sibling closes them. */
const flat = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
  ...['body', 'colgroup', 'dd', 'dt', 'head', 'html', 'li', 'optgroup', 'option', 'p', 'rp', 'rt'],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
]);

/** Elements whose content is text up to their end tag. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

/** The greatest depth, or the first found beyond `enough`; takes time in proportion to the length. */
export function nestingDepth(html: string, enough: number): number {
  const open: string[] = [];
  const tag = /<(\/?)([a-z][^\s/>]*)|<!--/gi;
  let deepest = 0;
  for (let match = tag.exec(html); match !== null && deepest <= enough; match = tag.exec(html)) {
    const [, slash, name = ''] = match;
    const element = name.toLowerCase();
    if (name === '') tag.lastIndex = endOf(html, '-->', tag.lastIndex);
    else if (rawText.has(element) && slash === '') tag.lastIndex = endOf(html, `</${name}`, tag.lastIndex);
    else {
      tag.lastIndex = tagEnd(html, tag.lastIndex);
      if (flat.has(element)) continue;
      if (slash === '') deepest = Math.max(deepest, open.push(element));
      else if (open.includes(element)) open.length = open.lastIndexOf(element);
    }
  }
  return deepest;
}

const endOf = (html: string, terminator: string, from: number) => {
  const index = html.indexOf(terminator, from);
  return index < 0 ? html.length : index + terminator.length;
};

/** Past the `>` of the tag, which may also stand inside a quoted value. */
function tagEnd(html: string, from: number): number {
  const quoteOrEnd = /=\s*(["'])|>/g;
  quoteOrEnd.lastIndex = from;
  for (let match = quoteOrEnd.exec(html); match !== null; match = quoteOrEnd.exec(html)) {
    const [, quoteMark] = match;
    if (quoteMark === undefined) return quoteOrEnd.lastIndex;
    quoteOrEnd.lastIndex = endOf(html, quoteMark, quoteOrEnd.lastIndex);
  }
  return html.length;
}
