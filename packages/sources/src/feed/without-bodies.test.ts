/** Of a feed without its bodies the same headlines are read, and nothing else is in it. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../artifacts.fixture.ts';
import { semianalysis } from '../news/semianalysis/index.ts';
import { readFeed } from './read-feed.ts';
import { withoutBodies } from './without-bodies.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const headlines = (bytes: Uint8Array, contentType = 'text/xml') =>
  readFeed(artifactOf(semianalysis, bytes, { contentType }));
const feedOf = (title: string) =>
  new TextEncoder().encode(
    `<rss version="2.0"><channel><item><title>${title}</title><link>https://example.com/?a=1&amp;b=2</link><description>secret</description></item></channel></rss>`,
  );

describe('withoutBodies', () => {
  it('leaves the headlines of SemiAnalysis as they are, and drops its text before it is stored', () => {
    const { bytes } = fixtureOf(semianalysis);
    const kept = semianalysis.redact?.(bytes) ?? bytes;
    expect(text(bytes)).toMatch(/A long text|A subtitle/);
    expect(text(kept)).not.toMatch(/A long text|A subtitle/);
    expect(headlines(kept)).toEqual(headlines(bytes));
  });

  it.each(['R&amp;D at 55–60%', '&lt;b&gt;HBM4&lt;/b&gt; ramps', '1 &amp;lt; 2', '价格'])(
    'keeps the title %s',
    (title) => {
      const bytes = feedOf(title);
      expect(headlines(withoutBodies(bytes), 'text/xml; charset=iso-8859-1')).toEqual(headlines(bytes));
    },
  );

  it('does not make a whole feed of one that was cut off, nor a feed of what is none', () => {
    const cut = feedOf('x').slice(0, -20);
    expect(() => headlines(withoutBodies(cut))).toThrow(/cut off/);
    expect(withoutBodies(new TextEncoder().encode('<html>Checking</html>'))).toHaveLength(0);
  });
});
