/** SK hynix's newsroom. */
import { feedSource } from '../../feed/feed-source.ts';

export const skhynix = feedSource({
  id: 'skhynix',
  name: 'SK hynix newsroom',
  home: 'https://news.skhynix.com',
  urls: ['https://news.skhynix.com/feed/'],
  schedule: '15 1-23/6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
