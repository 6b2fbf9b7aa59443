/** Micron's announcements to investors. */
import { feedSource } from '../../feed/feed-source.ts';

export const micron = feedSource({
  id: 'micron',
  name: 'Micron investor relations',
  home: 'https://investors.micron.com',
  urls: ['https://investors.micron.com/rss/news-releases.xml'],
  schedule: '10 1-23/6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
