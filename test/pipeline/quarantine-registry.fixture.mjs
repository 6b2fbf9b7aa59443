/** A registry with a list of rents that can be written by hand beside the real sources. */
import { sources as real } from '@bandgap/sources';

/** `venue,usd` lines of H100s on demand, or the recorded days of an aggregator. */
const parse = ({ bytes }) =>
  new TextDecoder()
    .decode(bytes)
    .trim()
    .split('\n')
    .flatMap((line, index) => {
      const fields = line.split(',');
      const [venue, usd] = fields.length === 2 ? fields : [fields[1], fields[7]];
      const minGpus = fields.length === 2 ? undefined : Number(fields[3]);
      const of = fields.length === 2 || (fields[2] === 'H100_SXM' && fields[5] === 'on_demand');
      if (!of) return [];
      const terms = { kind: 'rental', surface: 'list', tenor: 'on_demand', ...(minGpus && { minGpus }) };
      const series = { subject: 'h100-sxm', metric: 'rental', venue, terms, unit: 'USD/GPU-hr' };
      return [{ kind: 'quote', series, value: Number(usd), at: `line ${index + 1}` }];
    });

export const handWritten = {
  id: 'hand-written',
  name: 'A list written by hand',
  home: 'https://example.org',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '0 6 * * *',
  staleAfterMinutes: 1440,
  licence: { terms: 'open', name: 'made up' },
  optIn: false,
  expect: { atLeast: 3, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.5 },
  requests: () => [{ url: 'https://example.org/rents' }],
  parse,
};

export const sources = [...real, handWritten];
