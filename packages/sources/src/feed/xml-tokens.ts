/** The tags and texts of an XML document, well formed or not, in one pass. */

export type Token =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const markup = /<!--|<!\[CDATA\[|<[!?]|<(\/?)([a-z_][^\s/<>]*)/gi;

/** References in texts are resolved; comments, declarations and instructions are left out. Takes time in proportion to the length. */
export function* xmlTokens(xml: string): Generator<Token> {
  let from = 0;
  markup.lastIndex = 0;
  for (let match = markup.exec(xml); match !== null; match = markup.exec(xml)) {
    const [opener, slash, name] = match;
    const next = markup.lastIndex;
    if (match.index > from) yield { kind: 'text', text: resolved(xml.slice(from, match.index)) };
    if (name === undefined) {
      const terminator = opener === '<!--' ? '-->' : opener === '<![CDATA[' ? ']]>' : '>';
      from = endOf(xml, terminator, next);
      if (opener === '<![CDATA[') yield { kind: 'text', text: xml.slice(next, from).replace(/\]\]>$/, '') };
    } else {
      from = tagEnd(xml, next);
      const inside = xml.slice(next, from).replace(/>$/, '');
      if (slash === '/') yield { kind: 'close', name };
      else yield { kind: 'open', name, attributes: inside, isEmpty: inside.endsWith('/') };
    }
    markup.lastIndex = from;
  }
  if (from < xml.length) yield { kind: 'text', text: resolved(xml.slice(from)) };
}

const endOf = (xml: string, terminator: string, from: number) => {
  const index = xml.indexOf(terminator, from);
  return index < 0 ? xml.length : index + terminator.length;
};

/** Past the `>` of the tag, which may also stand inside a quoted value. */
function tagEnd(xml: string, from: number): number {
  const quoteOrEnd = /=\s*(["'])|>/g;
  quoteOrEnd.lastIndex = from;
  for (let match = quoteOrEnd.exec(xml); match !== null; match = quoteOrEnd.exec(xml)) {
    const [, quoteMark] = match;
    if (quoteMark === undefined) return quoteOrEnd.lastIndex;
    quoteOrEnd.lastIndex = endOf(xml, quoteMark, quoteOrEnd.lastIndex);
  }
  return xml.length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const resolved = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});/g, (_, reference: string) => {
    const codePoint = Number(reference.replace(/^#/, '').replace(/^[xX]/, '0x'));
    return named[reference] ?? (codePoint > 0x10ffff ? '\uFFFD' : String.fromCodePoint(codePoint));
  });
