/** DIGITIMES: daily news of the supply chain, its bodies for subscribers. */
import { feedSource } from '../../feed/feed-source.ts';

export const digitimes = feedSource({
  id: 'digitimes',
  name: 'DIGITIMES',
  home: 'https://www.digitimes.com',
  urls: ['https://www.digitimes.com/rss/daily.xml'],
  schedule: '35 */6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
