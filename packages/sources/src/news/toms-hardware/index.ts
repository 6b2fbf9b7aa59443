/** Tom's Hardware on semiconductors. */
import { feedSource } from '../../feed/feed-source.ts';

export const tomsHardware = feedSource({
  id: 'toms-hardware',
  name: "Tom's Hardware, semiconductors",
  home: 'https://www.tomshardware.com',
  urls: ['https://www.tomshardware.com/feeds/tag/semiconductors'],
  schedule: '40 */6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
