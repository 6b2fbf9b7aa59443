/** EE Times on the semiconductor industry. */
import { feedSource } from '../../feed/feed-source.ts';

export const eetimes = feedSource({
  id: 'eetimes',
  name: 'EE Times',
  home: 'https://www.eetimes.com',
  urls: ['https://www.eetimes.com/feed/'],
  schedule: '25 1-23/6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
