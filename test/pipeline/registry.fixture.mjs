/** A registry with sources of a test's own beside the real ones: what adding a source comes to. */
import { sources as real, sourceById } from '@bandgap/sources';

const like = (id, model, expect = {}) => {
  const source = sourceById(model);
  return {
    ...source,
    id,
    optIn: false,
    expect: { ...source.expect, ...expect },
    requests: () => [{ url: `http://127.0.0.1/${id}` }],
  };
};

/** Each behaves well at first and then does what it is named after. */
export const hostile = [
  ...['hangs', 'half', 'html', 'encoding', 'bomb', 'private', 'times1000', 'shrunk'].map((id) =>
    like(id, 'gpurentalprices'),
  ),
  ...['nested', 'renamed'].map((id) => like(id, 'dramexchange')),
];

/** A source of one price, as small as a source can be. */
export const fourth = {
  id: 'fourth',
  name: 'The fourth',
  home: 'https://example.org',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '0 6 * * *',
  staleAfterMinutes: 1440,
  licence: { terms: 'open', name: 'made up' },
  optIn: false,
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0 },
  requests: () => [{ url: 'https://example.org/prices' }],
  parse: (artifact) => [
    {
      kind: 'quote',
      series: {
        subject: 'h100-sxm',
        metric: 'rental',
        venue: 'example',
        terms: { kind: 'rental', surface: 'list', tenor: 'on_demand' },
        unit: 'USD/GPU-hr',
      },
      value: Number(new TextDecoder().decode(artifact.bytes)),
      at: '/',
    },
  ],
};

export const sources = [...real, fourth, ...hostile];
