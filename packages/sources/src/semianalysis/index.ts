/** SemiAnalysis: its texts may not be stored without permission, and are not. */
import { feedSource } from '../feed/feed-source.ts';

export const semianalysis = feedSource({
  id: 'semianalysis',
  name: 'SemiAnalysis newsletter',
  home: 'https://newsletter.semianalysis.com',
  urls: ['https://newsletter.semianalysis.com/feed'],
  schedule: '5 */6 * * *',
  terms: 'attribution',
  licence: 'Titles, links and dates only; the text is the subscription',
});
