/** TrendForce's news blog. Its first address was served frozen for six weeks of 2026; the second was not. */
import { feedSource } from '../../feed/feed-source.ts';

export const trendforceNews = feedSource({
  id: 'trendforce-news',
  name: 'TrendForce news',
  home: 'https://www.trendforce.com/news/',
  urls: ['https://www.trendforce.com/news/feed_v2/'],
  schedule: '25 */6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
