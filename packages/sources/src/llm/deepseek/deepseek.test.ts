/** DeepSeek: cells that span rows and columns, and prices by time of day. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { deepseek } from './index.ts';

const window = 'Mon-Fri 01:00-04:00 and 06:00-10:00 UTC';
const page = new TextDecoder().decode(fixtureOf(deepseek).bytes);
const read = (html: string) => readDocument(deepseek, artifactOf(deepseek, html, { contentType: 'text/html' }));

const expectV4Pro = (rows: ReturnType<typeof read>) => {
  expect(metersOf(rows, 'deepseek/deepseek-v4-pro')).toEqual({ input: 0.66, cache_read: 0.022, output: 1.98 });
  expect(metersOf(rows, 'deepseek/deepseek-v4-pro', { window })).toEqual({
    input: 1.32,
    cache_read: 0.044,
    output: 3.96,
  });
};

describe('deepseek', () => {
  it('keeps peak and off-peak apart, by hours and weekdays', () => expectV4Pro(read(page)));

  it('reads the article alone', () => {
    expectV4Pro(read(page.replace(/^[\s\S]*<article>|<\/article>[\s\S]*$/g, '')));
  });

  it('says where a price stands', () => {
    const [quote] = read(page);
    expect(quote?.at).toBe('(//table)[1]//tr[5]/*[4]');
  });

  it('reads a table without peak hours', () => {
    const flat = page
      .replaceAll(/<tr><td>PEAK<\/td>.*?<\/tr>\n/g, '')
      .replaceAll('<td>OFF-PEAK</td>', '')
      .replaceAll(/<td rowspan="2">(1M .*?)<\/td>/g, '<td colspan="2">$1</td>')
      .replace('rowspan="6"', 'rowspan="3"')
      .replace(/<p>\(3\).*<\/p>/, '');
    expect(metersOf(read(flat), 'deepseek/deepseek-v4-pro')).toEqual({ input: 0.66, cache_read: 0.022, output: 1.98 });
  });

  it.each([
    [
      'a meter nobody taught',
      '(CACHE HIT)',
      '(WARM)',
      /expected a price of cached, other or written tokens, found "1M INPUT TOKENS \(WARM\), OFF-PEAK"/,
    ],
    ['peak prices without hours', 'Peak hours are', 'Hours vary:', /expected the peak hours in UTC/],
    ['a table without models', '>MODEL<', '>PRODUCT<', /expected a row MODEL/],
  ])('refuses %s', (_, from, to, message) => {
    expect(() => read(page.replace(from, to))).toThrow(message);
  });
});

describe.skipIf(recordingsAbsent)('deepseek on the recorded page (skipped where the recordings are absent)', () => {
  it('reads V4 Pro and Flash as they were in September 2026', () => {
    const [artifact] = recordingsOf(deepseek);
    const rows = artifact === undefined ? [] : readDocument(deepseek, artifact);
    expectV4Pro(rows);
    expect(metersOf(rows, 'deepseek/deepseek-flash', { window })).toEqual({
      input: 0.3,
      cache_read: 0.006,
      output: 1.2,
    });
  });
});
