/** SemiAnalysis: its texts may not be stored without permission, and are not. */
import type { Source } from '../../define-source.ts';
import { feedSource } from '../../feed/feed-source.ts';
import { withoutBodies } from '../../feed/without-bodies.ts';

export const semianalysis: Source = {
  ...feedSource({
    id: 'semianalysis',
    name: 'SemiAnalysis newsletter',
    home: 'https://newsletter.semianalysis.com',
    urls: ['https://newsletter.semianalysis.com/feed'],
    schedule: '5 */6 * * *',
    terms: 'attribution',
    licence: 'Titles, links and dates only; the text is the subscription',
  }),
  redact: withoutBodies,
};
