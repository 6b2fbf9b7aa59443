/** ServeTheHome on servers. */
import { feedSource } from '../../feed/feed-source.ts';

export const servethehome = feedSource({
  id: 'servethehome',
  name: 'ServeTheHome',
  home: 'https://www.servethehome.com',
  urls: ['https://www.servethehome.com/feed/'],
  schedule: '50 */6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
