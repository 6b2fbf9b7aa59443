/** Pages are read whole, or refused before they can hang the parser. */
import { SourceChanged } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artifactOf } from '../artifacts.fixture.ts';
import { dramexchange } from '../memory/dramexchange/index.ts';
import { htmlDocument } from './html-document.ts';
import { nestingDepth } from './nesting-depth.ts';

const page = (body: string) => artifactOf(dramexchange, `<html><body>${body}</body></html>`);

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('htmlDocument', () => {
  it('reads a page', () => {
    expect(htmlDocument(page('<p id="a">1 &lt; 2</p>'))('#a').text()).toBe('1 < 2');
  });

  it('refuses a page that is cut off', () => {
    expect(() => htmlDocument(artifactOf(dramexchange, '<html><body><p>1'))).toThrow(/found no <\/html> at the end/);
  });

  it.each([
    ['closed', `${'<div>'.repeat(100_000)}${'</div>'.repeat(100_000)}`],
    ['left open', '<div>'.repeat(100_000)],
    ['hidden behind end tags of other elements', '<span></div>'.repeat(100_000)],
    ['hidden in attributes', `<b title="</b>">`.repeat(100_000)],
  ])('refuses 100,000 nested elements, %s, within a second', (_, body) => {
    expect(milliseconds(() => expect(() => htmlDocument(page(body))).toThrow(SourceChanged))).toBeLessThan(1000);
  });
});

describe('nestingDepth', () => {
  it.each([
    ['<p>a<p>b<p>c', 0],
    ['<ul><li>a<li>b</ul>', 1],
    ['<div><div></div><div><b>x</b></div></div>', 3],
    ['<br><img src="x"><input>', 0],
    ['<!-- <div><div> --><div>', 1],
    ['<script>"<div><div>"</script><div>', 1],
    [`<a title="<b><b>"><i data-x='>'>`, 2],
    ['1 < 2 <3 <', 0],
    ['</div></div><div>', 1],
    ['<!-- never closed <div>', 0],
    ['<div title="never closed <div>', 1],
  ])('of %s is %d', (html, depth) => {
    expect(nestingDepth(html, 512)).toBe(depth);
  });

  it('counts every level of any nest', () => {
    const names = fc.array(fc.constantFrom('div', 'span', 'b', 'section', 'table'), { maxLength: 50 });
    fc.assert(
      fc.property(names, (open) => {
        const html = `${open.map((name) => `<${name}>`).join('')}x${open
          .toReversed()
          .map((name) => `</${name}>`)
          .join('')}`;
        expect(nestingDepth(html + html, 512)).toBe(open.length);
      }),
    );
  });
});
