/** What a strict parser rejects is read all the same, and nothing takes longer than its length explains. */
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

const bytesOf = (body: string) => new TextEncoder().encode(body);
const parse = (body: string | Uint8Array) =>
  parseFeed({ bytes: typeof body === 'string' ? bytesOf(body) : body, contentType: '' });
const titlesIn = (body: string | Uint8Array) => parse(body).entries.map(({ title }) => title);

const rss = (items: string) => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const item =
  '<item><title>x</title><link>https://example.com/a</link><guid>1</guid><pubDate>2026-06-30</pubDate></item>';
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('parseFeed', () => {
  it('reads with rss-parser what it can', () => {
    expect(parse(rss(item))).toEqual({
      parser: 'rss-parser',
      isWhole: true,
      entries: [{ guid: '1', title: 'x', link: 'https://example.com/a', date: '2026-06-30' }],
    });
  });

  it.each([
    ['a tag that is never closed', rss(item).replace('<item>', '<itunes:category><item>'), true],
    ['an item that is never closed', rss(item.replace('</item>', '') + item), true],
    ['a root with a prefix', rss(item).replaceAll(/<(\/?)(?=\w)/g, '<$1a:'), true],
    ['no end', rss(item).replace('</channel></rss>', ''), false],
    ['no end but that of the channel', rss(item).replace('</rss>', ''), true],
    ['an end tag too many', rss(`</b>${item}`), true],
    ['no root but the channel', rss(item).replace('<rss version="2.0">', '').replace('</rss>', ''), true],
  ])('reads a feed with %s', (_, body, isWhole) => {
    expect(parse(body)).toMatchObject({ parser: 'tolerant', isWhole });
    expect(parse(body).entries.at(-1)).toEqual(parse(rss(item)).entries[0]);
  });

  it('reads the entries of a prefixed Atom feed, and not what other elements call a title', () => {
    const entry = `<a:author><a:title>no</a:title></a:author><media:title>no</media:title>
      <a:title type="html">R&amp;amp;D &#8364;5</a:title><a:link rel="self" href="https://example.com/self"/>
      <a:link href='https://example.com/a?b=1&amp;c=2'/><a:id>urn:1</a:id><a:updated>2026-07-01</a:updated><a:published>2026-06-30</a:published>`;
    expect(parse(`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>${entry}</a:entry></a:feed>`).entries).toEqual(
      [{ title: 'R&D €5', link: 'https://example.com/a?b=1&c=2', guid: 'urn:1', date: '2026-06-30' }],
    );
  });

  it('keeps the words of a title in XHTML in their order, and resolves links against the base of the feed', () => {
    const entry = `<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">DDR5 <b>up</b> 5%</div></title><link href="a?b=1&amp;c=2"/>`;
    expect(
      parse(
        `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/news/"><entry>${entry}</entry></feed>`,
      ),
    ).toMatchObject({
      parser: 'rss-parser',
      entries: [{ title: 'DDR5 up 5%', link: 'https://example.com/news/a?b=1&c=2' }],
    });
  });

  it.each([
    [
      'Atom 0.3',
      '<feed version="0.3"><entry><title>x</title><modified>2026-07-01</modified><issued>2026-06-30</issued></entry></feed>',
    ],
    ['.NET', rss('<item><title>x</title><a10:updated>2026-06-30</a10:updated></item>')],
    ['Dublin Core', rss('<item><title>x</title><pubDate/><dcterms:issued>2026-06-30</dcterms:issued></item>')],
  ])('dates an entry as %s does', (_, body) => {
    expect(parse(body).entries).toMatchObject([{ date: '2026-06-30' }]);
    expect(parse(body.replace(/<\/(?:rss|feed)>$/, '</b>$&')).entries).toMatchObject([{ date: '2026-06-30' }]);
  });

  it('takes a feed without entries for a feed', () => {
    expect(parse(rss(''))).toEqual({ parser: 'tolerant', isWhole: true, entries: [] });
    expect(parse('<rss/>')).toEqual({ parser: 'tolerant', isWhole: true, entries: [] });
  });

  it.each([
    ['a web page', '<!doctype html><html><body><item><title>x</title></item></body></html>'],
    ['a comment', '<!-- nothing -->'],
    ['JSON', '{"version": "https://jsonfeed.org/version/1"}'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['bytes of every kind', Uint8Array.from({ length: 4000 }, (_, index) => (index * 197 + 128) % 256)],
  ])('takes %s for no feed', (_, body) => {
    expect(() => parse(body)).toThrow(SourceChanged);
  });

  it.each([
    ['windows-1252', latin(rss(item).replace('x</title>', '55\u009660%</title>')), '55–60%'],
    [
      'GB2312',
      latin(rss(item).replace('x</title>', '\u00b2\u00bb\u00b9\u00e9\u00d2\u00c6\u00c3\u00f1</title>')),
      '不归移民',
    ],
    ['EUC-KR', latin(rss(item).replace('x</title>', '\u00b0\u00a1\u00b3\u00aa</title>')), '가나'],
    ['UTF-16', wide(rss(item), 2), 'x'],
    ['UTF-32', wide(rss(item), 4), 'x'],
  ])('reads %s that nobody declared', (_, bytes, title) => {
    expect(titlesIn(bytes)).toEqual([title]);
  });

  it('keeps what is readable of UTF-8 with a character cut in two', () => {
    const text = rss(item.replace('x</title>', '55–60–65% ! </title>')) + ' '.repeat(2000);
    const bytes = bytesOf(text);
    expect(titlesIn(bytes.map((byte) => (byte === 0x21 ? 0xff : byte)))).toEqual(['55–60–65% \uFFFD']);
  });
});

describe('parseFeed under attack', () => {
  const milliseconds = (work: () => unknown) => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  };

  it('reads 13 MB and 20,000 entries within its deadline', () => {
    const body = rss(
      item.replace('</item>', `<description>${'lorem ipsum '.repeat(45)}</description></item>`).repeat(20_000),
    );
    expect(body.length).toBeGreaterThan(13e6);
    expect(milliseconds(() => expect(parse(body).entries).toHaveLength(20_000))).toBeLessThan(15_000);
  });

  it.each([
    ['a run of 78 kB of half-open paragraphs', `<description>${'<p'.repeat(39_000)}</description>`],
    ['elements left open', '<li>'.repeat(100_000)],
    ['elements left open, then closed by others', '<li>'.repeat(100_000) + '</b>'.repeat(100_000)],
    ['tags left open', '<'.repeat(1_000_000)],
    ['comments left open', '<!--'.repeat(250_000)],
    ['quotes left open', '<a b="'.repeat(200_000)],
    ['elements that never close, each of another name', Array.from({ length: 100_000 }, (_, n) => `<a${n}>`).join('')],
    ['references', '&#x41;'.repeat(200_000)],
  ])('reads or refuses %s within two seconds', (_, body) => {
    const taken = milliseconds(() => {
      try {
        parse(rss(`${item}<item>${body}`));
      } catch (error) {
        expect(error).toBeInstanceOf(SourceChanged);
      }
    });
    expect(taken).toBeLessThan(2000);
  });

  it('refuses an entity bomb', () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "lol">${entities}]>${rss(item.replace('x', '&e9;'))}`;
    expect(milliseconds(() => expect(() => parse(bomb)).toThrow(SourceChanged))).toBeLessThan(100);
  });
});

function wide(text: string, width: number): Uint8Array {
  const bytes = new Uint8Array(text.length * width);
  for (const [index, character] of [...text].entries()) bytes[index * width + width - 1] = character.charCodeAt(0);
  return bytes;
}
