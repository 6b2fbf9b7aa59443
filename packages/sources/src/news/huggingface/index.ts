/** Hugging Face's blog. */
import { feedSource } from '../../feed/feed-source.ts';

export const huggingface = feedSource({
  id: 'huggingface',
  name: 'Hugging Face blog',
  home: 'https://huggingface.co/blog',
  urls: ['https://huggingface.co/blog/feed.xml'],
  schedule: '20 1-23/6 * * *',
  terms: 'attribution',
  licence: 'Titles and links of a public feed',
});
