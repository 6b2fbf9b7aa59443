/** What holds of every chart: the same bytes each time, valid XML, and nothing that a strict content policy refuses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrow, wide } from './index.ts';
import { charts } from './test-charts.ts';
import { readXml } from './test-xml.ts';

/** Names that every plain object has, and that a cache may take for its own entries. */
const members = Object.getOwnPropertyNames(Object.prototype);

const hostile = `</title><script>alert(1)</script> "quoted" & {b} {c|x} \u0000\u0008\ud800 ]]> <!-- %% ${'long '.repeat(40)}`;

describe.each(Object.entries(charts))('%s', (_, draw) => {
  test('has the same bytes when drawn again', () => {
    expect(draw('H100 SXM')).toBe(draw('H100 SXM'));
  });

  test.each([wide, narrow])('is an image with a name and a description at %o', (size) => {
    const [root, title, desc] = readXml(draw('H100 SXM', size));
    expect(root).toMatchObject({ name: 'svg', attributes: { role: 'img', width: String(size.width) } });
    expect(title).toMatchObject({ name: 'title', text: expect.stringContaining('H100 SXM') });
    expect(desc).toMatchObject({ name: 'desc', text: expect.stringMatching(/\d|no values/) });
    expect(root?.attributes['aria-labelledby']).toBe(`${title?.attributes.id} ${desc?.attributes.id}`);
  });

  test('has neither script, style sheet, class, inline style nor a reference to elsewhere', () => {
    const elements = readXml(draw(hostile));
    expect(elements.map(({ name }) => name)).not.toContain('script');
    expect(elements.map(({ name }) => name)).not.toContain('style');
    for (const { attributes } of elements) {
      expect(Object.keys(attributes).filter((name) => /^(style|class|href|xlink:href|on\w+)$/.test(name))).toEqual([]);
    }
  });

  test('names clip paths that it defines', () => {
    const elements = readXml(draw('H100 SXM'));
    const defined = elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined);
    const used = elements.flatMap(({ attributes }) => /url\(#(.*)\)/.exec(attributes['clip-path'] ?? '')?.[1] ?? []);
    expect(defined).toEqual(expect.arrayContaining(used));
    expect(new Set(defined).size).toBe(defined.length);
  });

  test.each([...members, 'a __proto__ b', 'constructor\n__proto__'])(
    'leaves every object as it was when named %s',
    (title) => {
      const [, name] = readXml(draw(title, narrow));
      expect(name?.text).toContain(title.replace(/\s+/g, ' '));
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(members);
      expect(Object.getOwnPropertyNames(Object).filter((member) => member === 'prev' || member === 'next')).toEqual([]);
    },
  );

  test('stays valid XML whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
        readXml(draw(title));
      }),
      { numRuns: 20 },
    );
  });
});

test('the strict reader refuses what is not XML', () => {
  for (const broken of [
    '<a>',
    '<a></b>',
    '<a b=c></a>',
    '<a>&nbsp;</a>',
    '<a/><b/>',
    '<a x="1" x="2"></a>',
    '<a>\u0000</a>',
  ]) {
    expect(() => readXml(broken)).toThrow();
  }
});
