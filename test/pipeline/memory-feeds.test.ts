/** Feeds that are built to hang a parser, or merely huge, end within the deadline of the reader's threads and hold up nobody. */
import { performance } from 'node:perf_hooks';
import { type DocumentReader, openDocumentReader } from '@bandgap/worker';
import { expect, onTestFinished, test } from 'vitest';

const deadlineMs = 20_000;

const item = (number: number, description: string) =>
  `<item><title>Entry ${number}</title><link>https://example.org/${number}</link><guid>${number}</guid><pubDate>Mon, 02 Feb 2026 14:00:00 +0800</pubDate><description>${description}</description></item>`;
const rss = (items: string, prolog = '') =>
  `${prolog}<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;

const paragraph = 'A sentence about memory prices that is about as long as such sentences are. '.repeat(8);
const huge = rss(Array.from({ length: 18_000 }, (_, number) => item(number, paragraph)).join(''));

const entities = Array.from({ length: 12 }, (_, level) =>
  level === 0 ? '<!ENTITY a0 "bang">' : `<!ENTITY a${level} "${`&a${level - 1};`.repeat(10)}">`,
).join('');

const bodies = {
  huge,
  'a run of <p': rss(item(1, '<p'.repeat(39_000))),
  'a run of &lt;p': rss(item(1, '&lt;p'.repeat(39_000))),
  'a run of <p in CDATA': rss(item(1, `<![CDATA[${'<p'.repeat(39_000)}]]>`)),
  'an entity bomb': rss(item(1, '&a11;'), `<!DOCTYPE rss [${entities}]>`),
  'a quadratic entity': rss(item(1, '&a;'.repeat(9000)), `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(90_000)}">]>`),
  'a thousand open brackets': rss(`${'<![CDATA['.repeat(1000)}${item(1, 'x')}`),
};

async function readFeed(reader: DocumentReader, body: string) {
  const begun = performance.now();
  const read = await reader.read({
    sourceId: 'trendforce-feed',
    url: 'https://www.trendforce.com/feed/Semiconductors.html',
    fetchedAt: '2026-02-03T00:00:00.000Z',
    contentType: 'text/xml',
    bytes: new TextEncoder().encode(body),
  });
  return { read, took: performance.now() - begun };
}

/** The longest this thread was kept from its own work, in milliseconds. */
function watchLoop() {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  onTestFinished(() => clearInterval(timer));
  return () => longest;
}

test.each(Object.entries(bodies))(
  '%s',
  async (name, body) => {
    const reader = openDocumentReader({ deadlineMs });
    onTestFinished(() => reader.close());
    await readFeed(reader, rss(item(1, 'wakes a thread')));
    const longest = watchLoop();
    const [hostile, harmless] = await Promise.all([readFeed(reader, body), readFeed(reader, rss(item(2, 'x')))]);

    expect(hostile.took).toBeLessThan(deadlineMs + 1000);
    expect(harmless.read).toMatchObject({ kind: 'rows', rows: [{ kind: 'headline', title: 'Entry 2' }] });
    expect(harmless.took).toBeLessThan(5000);
    expect(longest()).toBeLessThan(1000);
    if (name === 'huge') expect(hostile.read.kind === 'rows' && hostile.read.rows.length).toBe(18_000);
    if (name.startsWith('a run')) expect(hostile.read).toMatchObject({ kind: 'rows', rows: [{ title: 'Entry 1' }] });
    if (name === 'an entity bomb') expect(hostile.read).toMatchObject({ kind: 'unreadable', reason: /DOCTYPE/ });
  },
  60_000,
);
