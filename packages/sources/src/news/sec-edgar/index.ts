/** Current reports (8-K) of NVIDIA and Micron, from EDGAR. It asks for a User-Agent with a contact and at most ten requests a second. */
import { feedSource } from '../../feed/feed-source.ts';

export const secEdgar = feedSource({
  id: 'sec-edgar',
  name: 'SEC EDGAR, current reports',
  home: 'https://www.sec.gov/edgar',
  urls: [
    'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0001045810&type=8-K&output=atom',
    'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0000723125&type=8-K&output=atom',
  ],
  schedule: '50 1-23/6 * * *',
  terms: 'open',
  licence: 'Public filings of the United States',
});
