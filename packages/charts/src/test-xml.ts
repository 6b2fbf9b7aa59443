/** A strict reading of XML, for tests: what it accepts, every parser accepts. Returns the elements in document order. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const token =
  /<(?<open>[A-Za-z][\w:-]*)(?<attributes>(?: [A-Za-z][\w:-]*="[^"<]*")*) ?(?<empty>\/?)>|<\/(?<close>[A-Za-z][\w:-]*)>|(?<text>[^<]+)/y;
const entity = /&(?:amp|lt|gt|quot|apos|#\d+);/g;
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

export function readXml(document: string): readonly XmlElement[] {
  if (forbidden.test(document)) throw new Error('a character that XML cannot carry');
  if (document.replace(entity, '').includes('&')) throw new Error('a bare ampersand');
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const groups = token.exec(document)?.groups;
    if (groups === undefined) throw new Error(`not XML at ${at}: ${document.slice(at, at + 60)}`);
    const parent = open.at(-1);
    if (groups.open !== undefined) {
      const element = { name: groups.open, attributes: attributesOf(groups.attributes ?? ''), text: '' };
      if (parent === undefined && elements.length > 0) throw new Error('a second root');
      elements.push(element);
      if (groups.empty === '') open.push(element);
    } else if (groups.close !== undefined) {
      if (open.pop()?.name !== groups.close) throw new Error(`</${groups.close}> closes another element`);
    } else if (parent !== undefined) {
      parent.text += decoded(groups.text ?? '');
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return elements;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`${name} is given twice`);
    found[name] = decoded(value);
  }
  return found;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(#?)(\w+);/g, (_, numeric: string, name: string) =>
    numeric === '#' ? String.fromCodePoint(Number(name)) : (named[name] ?? ''),
  );
