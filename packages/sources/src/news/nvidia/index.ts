/** NVIDIA's announcements and blogs. Its site terms bar robots and make no exception for its feeds. */
import { feedSource } from '../../feed/feed-source.ts';

export const nvidia = feedSource({
  id: 'nvidia',
  name: 'NVIDIA newsroom and blogs',
  home: 'https://nvidianews.nvidia.com',
  urls: [
    'https://nvidianews.nvidia.com/releases.xml',
    'https://blogs.nvidia.com/feed/',
    'https://developer.nvidia.com/blog/feed',
  ],
  schedule: '55 */6 * * *',
  terms: 'restricted',
  licence: 'NVIDIA terms of service: no automated access',
});
