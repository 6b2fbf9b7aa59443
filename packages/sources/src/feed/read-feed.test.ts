/** Feeds as publishers send them, broken and hostile ones among them. */
import { type Headline, type Row, SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordedFiles, recording, recordingsAbsent } from '../artifacts.fixture.ts';
import { judge } from '../gate/judge.ts';
import { trendforceFeed } from '../news/trendforce-feed/index.ts';
import { readDocument } from '../read-document.ts';
import { parseFeed } from './parse-feed.ts';
import { readFeed } from './read-feed.ts';

const feedOf = (body: string | Uint8Array, contentType = 'text/xml') =>
  artifactOf(trendforceFeed, body, { contentType, fetchedAt: '2026-10-01T00:00:00.000Z' });
const headlinesIn = (rows: readonly Row[]): readonly Headline[] => rows.filter((row) => row.kind === 'headline');
const titlesOf = (body: string | Uint8Array, contentType?: string) =>
  headlinesIn(readFeed(feedOf(body, contentType))).map(({ title }) => title);

const item = (inner: string) => `<item><link>https://example.com/a</link>${inner}</item>`;
const rss = (items: string, prolog = '') =>
  `${prolog}<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;

describe('readFeed', () => {
  it('reads the TrendForce feed', () => {
    const rows = readDocument(trendforceFeed, fixtureOf(trendforceFeed));
    expect(judge(trendforceFeed, rows).kind).toBe('accepted');
    expect(rows).toEqual([
      {
        kind: 'headline',
        key: 'https://www.trendforce.com/presscenter/news/20260930-1.html',
        title: 'Conventional DRAM Contract Prices Expected to Rise 10–15% QoQ in 4Q26',
        url: 'https://www.trendforce.com/presscenter/news/20260930-1.html',
        publishedAt: '2026-09-30T06:00:00.000Z',
        at: 'entry[1]',
      },
      {
        kind: 'headline',
        key: '20260929-2',
        title: 'Memory & Storage: R&D Spending Grows',
        url: 'https://www.trendforce.com/presscenter/news/20260929-2.html',
        publishedAt: '2026-09-29T01:30:00.000Z',
        at: 'entry[2]',
      },
      {
        kind: 'headline',
        key: 'https://www.trendforce.com/presscenter/news/20260928-3.html',
        title: 'SK hynix & Samsung Expand HBM4 Capacity',
        url: 'https://www.trendforce.com/presscenter/news/20260928-3.html',
        at: 'entry[3]',
      },
    ]);
  });

  it('keeps the dash of a range in windows-1252, whatever the feed calls its encoding', () => {
    const body = rss(item('<title>55?60%</title>'), '<?xml version="1.0" encoding="ISO-8859-1"?>');
    const bytes = Uint8Array.from(body.replace('55?60', '55\u009660'), (character) => character.charCodeAt(0));
    expect(titlesOf(bytes)).toEqual(['55–60%']);
    expect(titlesOf(bytes, 'text/xml; charset="utf-8"')).toEqual(['55–60%']);
    expect(titlesOf(bytes, 'text/xml; charset="windows-1252"')).toEqual(['55–60%']);
  });

  it.each(['iso-8859-1', 'us-ascii'])('reads UTF-8 whatever the server calls it by default: %s', (charset) => {
    const body = rss(item('<title>55–60%</title>'), '<?xml version="1.0" encoding="utf-8"?>');
    expect(titlesOf(body, `text/xml; charset=${charset}`)).toEqual(['55–60%']);
  });

  it.each([
    ['/a?b=1', 'https://www.trendforce.com/a?b=1'],
    ['//example.com/a', 'https://example.com/a'],
  ])('resolves %s against the address of the feed', (link, url) => {
    const rows = readFeed(feedOf(rss(`<item><title>x</title><link>${link}</link></item>`)));
    expect(headlinesIn(rows)).toMatchObject([{ url }]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${rss(item('<title>x</title>'))}`],
    [
      'a warning of PHP before the declaration',
      rss(item('<title>x</title>'), '<br />\n<b>Warning</b>: foo in <b>/index.php</b><br />\n<?xml version="1.0"?>'),
    ],
    [
      'a DOCTYPE in the text of an item',
      rss(item('<description><![CDATA[<!DOCTYPE html>]]></description><title>x</title>')),
    ],
    ['characters as entities of its own', rss(item('<title>x</title>'), '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>')],
    ['an empty title before the title', rss(item('<title/><title>x</title>'))],
    ['the address as an attribute', rss('<item><title>x</title><link href="https://example.com/a"/></item>')],
    ['an Atom link in an RSS item', rss('<item><title>x</title><atom:link href="https://example.com/a"/></item>')],
    ['space before the declaration', rss(item('<title>x</title>'), '\n <?xml version="1.0"?>')],
    ['a control character', rss(item('<title>x\u0008</title>'))],
    ['an RSS element without a version', rss(item('<title>x</title>')).replace(' version="2.0"', '')],
    ['a title with attributes', rss(item('<title lang="en">x</title>'))],
    [
      'a DOCTYPE',
      rss(
        item('<title>x</title>'),
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">',
      ),
    ],
    ['an entity of its own in the DOCTYPE', rss(item('<title>x</title>'), '<!DOCTYPE rss [<!ENTITY co "Company">]>')],
    ['an RSS item with a bad date', rss(item('<title>x</title><pubDate>soon</pubDate>'))],
    [
      'an Atom entry with a bad date',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><link href="https://example.com/"/><published>soon</published></entry></feed>',
    ],
    [
      'an Atom entry with an empty link',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><id>https://example.com/</id><link/></entry></feed>',
    ],
  ])('reads a feed with %s', (_, body) => {
    expect(titlesOf(body)).toEqual(['x']);
  });

  it.each([
    ['<title>R&D at AT&T &amp; &#8364;5 &ndash; up</title>', 'R&D at AT&T & €5 – up'],
    ['<title>&lt;b&gt;HBM4&lt;/b&gt;&amp;nbsp;ramps</title>', 'HBM4 ramps'],
    ['<title><![CDATA[A & B <script>alert(1)</script>]]></title>', 'A & B alert(1)'],
    ['<title>  two\n lines </title>', 'two lines'],
    ['<title>DDR5 <b>up</b> 5%</title>', 'DDR5 up 5%'],
    ['<title>55&#150;60%</title>', '55–60%'],
  ])('reads %s as text', (title, text) => {
    expect(titlesOf(rss(item(title)))).toEqual([text]);
  });

  it('tells two entries with one id apart by their address, and drops what is repeated', () => {
    const entry = (path: string) =>
      `<item><title>${path}</title><guid>same</guid><link>https://example.com/${path}</link></item>`;
    const rows = readFeed(feedOf(rss(entry('issuer') + entry('filer') + entry('issuer') + entry('filer'))));
    expect(headlinesIn(rows).map(({ key }) => key)).toEqual(['same', 'same https://example.com/filer']);
  });

  it.each([
    ['no title', '<item><link>https://example.com/a</link></item>'],
    ['a script for an address', '<item><title>x</title><link>javascript:alert(1)</link></item>'],
    ['no address', '<item><title>x</title><guid>7</guid></item>'],
  ])('skips an entry with %s', (_, entry) => {
    expect(readFeed(feedOf(rss(entry)))).toMatchObject([{ kind: 'skip', at: 'entry[1]' }]);
  });

  it.each([
    ['a web page', '<!doctype html><html><body>Checking your browser</body></html>'],
    ['a feed that is cut off', rss(item('<title>x</title>')).slice(0, -30)],
    ['plain text', 'Service unavailable'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['nested entities', rss(item('<title>&b;</title>'), '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>')],
    ['an enormous DOCTYPE', rss(item('<title>&a;</title>'), `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(20_000)}">]>`)],
  ])('refuses %s', (_, body) => {
    expect(() => readFeed(feedOf(body))).toThrow(SourceChanged);
  });

  it('has nothing to say of an empty feed, and the gate does not believe it', () => {
    expect(judge(trendforceFeed, readFeed(feedOf(rss(''))))).toMatchObject({ kind: 'quarantined' });
  });

  it.each([
    ['half-open tags', '<p'.repeat(200_000)],
    ['nested tags', '<div>'.repeat(100_000)],
    ['ampersands', '&'.repeat(300_000)],
    ['half-open comments', '<!--'.repeat(100_000)],
  ])('takes no longer over a body of %s than over any other', (_, body) => {
    const escaped = `<title>x</title><description><![CDATA[${body}]]></description>`;
    const start = process.cpuUsage();
    expect(titlesOf(rss(item(escaped)))).toEqual(['x']);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});

describe('readFeed under attack', () => {
  it.each([
    ['elements', '<a>'.repeat(100_000) + '</a>'.repeat(100_000)],
    ['elements left open', '<a>'.repeat(100_000)],
    ['comments left open', '<!--'.repeat(100_000)],
    ['CDATA sections left open', '<![CDATA['.repeat(100_000)],
    ['DOCTYPEs left open', '<!DOCTYPE ['.repeat(100_000)],
    ['processing instructions left open', '<?x '.repeat(100_000)],
    ['attributes', `<a ${'b="" '.repeat(50_000)}/>`],
  ])('reads or refuses 100,000 %s within two seconds', (_, body) => {
    const start = process.cpuUsage();
    try {
      readFeed(feedOf(rss(item(`<title>x</title>${body}`))));
    } catch (error) {
      expect(error).toBeInstanceOf(SourceChanged);
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});

describe.skipIf(recordingsAbsent)('readFeed on collected feeds (skipped where the recordings are absent)', () => {
  const read = (path: string) => readFeed(feedOf(recording(path)));

  it.each([
    ['edgar_getcurrent_2025-12-12.atom', 100],
    ['feed-rs__rss_2.0_bbc.xml', 1],
    ['feed-rs__rss_2.0_heated.xml', 1],
    ['feed-rs__rss_2.0_spiegel.xml', 1],
    ['feedjira__AtomFeedWithSpacesAroundEquals.xml', 1],
    ['feedjira__atom_with_link_tag_for_url_unmarked.xml', 1],
    ['miniflux__koi8r.xml', 2],
    ['miniflux__rdf_UTF8.xml', 60],
    ['miniflux__urdu_UTF8.xml', 26],
    ['node-feedparser__guid-dupes.xml', 1],
  ])('finds every entry of %s', (file, count) => {
    expect(headlinesIn(read(`memory/feeds/${file}`))).toHaveLength(count);
  });

  const results = recordingsAbsent
    ? []
    : new TextDecoder()
        .decode(recording('memory/feeds/RESULTS.tsv'))
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .map(([file = '', , , , , counts = '']) => ({
          file,
          counts: [...counts.matchAll(/=(\d+|FAIL)/g)].map(([, n]) => n),
        }));
  it.each(results.filter(({ file }) => !file.endsWith('compressed.xml')))(
    'reads $file as the best of five parsers does',
    ({ file, counts }) => {
      const best = Math.max(...counts.map((count) => (count === 'FAIL' ? -1 : Number(count))));
      const body = { bytes: recording(`memory/feeds/${file}`), contentType: 'text/xml' };
      if (best < 0) expect(() => parseFeed(body)).toThrow(SourceChanged);
      else expect(parseFeed(body).entries).toHaveLength(best);
    },
  );

  const files = recordingsAbsent
    ? []
    : [
        ...recordedFiles('memory/feeds')
          .filter((file) => /\.(xml|atom)$/.test(file))
          .map((file) => `memory/feeds/${file}`),
        ...recordedFiles('hostile/xml').map((file) => `hostile/xml/${file}`),
      ];
  it.each(files)('reads %s or says why not, within a second', (file) => {
    const start = process.cpuUsage();
    try {
      read(file);
    } catch (error) {
      expect(error).toBeInstanceOf(SourceChanged);
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});
