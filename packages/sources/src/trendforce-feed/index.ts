/** TrendForce announces memory contract prices and forecasts in its press centre: ten entries, about a month. */
import type { Source } from '../define-source.ts';
import { readFeed } from '../feed/read-feed.ts';

export const trendforceFeed: Source = {
  id: 'trendforce-feed',
  name: 'TrendForce press centre, semiconductors',
  home: 'https://www.trendforce.com/presscenter/rss.html',
  commodity: 'news',
  parserVersion: 1,
  schedule: '15 */6 * * *',
  staleAfterMinutes: 7 * 1440,
  licence: { terms: 'attribution', name: 'Titles and links of a public feed', attribution: 'TrendForce' },
  optIn: false,
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://www.trendforce.com/feed/Semiconductors.html' }],
  parse: readFeed,
};
