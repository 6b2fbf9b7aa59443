/** TrendForce announces memory contract prices and forecasts in its press centre: ten entries, about a month. */
import { feedSource } from '../../feed/feed-source.ts';

export const trendforceFeed = feedSource({
  id: 'trendforce-feed',
  name: 'TrendForce press centre, semiconductors',
  home: 'https://www.trendforce.com/presscenter/rss.html',
  urls: ['https://www.trendforce.com/feed/Semiconductors.html'],
  schedule: '15 */6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
