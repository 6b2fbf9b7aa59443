/** SemiWiki. */
import { feedSource } from '../../feed/feed-source.ts';

export const semiwiki = feedSource({
  id: 'semiwiki',
  name: 'SemiWiki',
  home: 'https://semiwiki.com',
  urls: ['https://semiwiki.com/feed/'],
  schedule: '35 1-23/6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
