/** TheElec: Korean news of memory makers and their suppliers. */
import { feedSource } from '../../feed/feed-source.ts';

export const thelec = feedSource({
  id: 'thelec',
  name: 'TheElec',
  home: 'https://www.thelec.kr',
  urls: ['https://www.thelec.kr/rss/S1N2.xml'],
  schedule: '40 1-23/6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
