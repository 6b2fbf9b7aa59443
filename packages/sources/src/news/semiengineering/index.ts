/** Semiconductor Engineering. */
import { feedSource } from '../../feed/feed-source.ts';

export const semiengineering = feedSource({
  id: 'semiengineering',
  name: 'Semiconductor Engineering',
  home: 'https://semiengineering.com',
  urls: ['https://semiengineering.com/feed/'],
  schedule: '30 1-23/6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
