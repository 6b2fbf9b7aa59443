/** The Register on data centres and on artificial intelligence. */
import { feedSource } from '../../feed/feed-source.ts';

export const theRegister = feedSource({
  id: 'the-register',
  name: 'The Register',
  home: 'https://www.theregister.com',
  urls: [
    'https://www.theregister.com/data_centre/headlines.atom',
    'https://www.theregister.com/software/ai_ml/headlines.atom',
  ],
  schedule: '45 */6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
