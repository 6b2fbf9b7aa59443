/** Prices as sources state them, of sources that may be republished. */
import type { DocumentedView } from './documented-view.ts';

const seriesColumns = {
  series_id: ['series.id', 'The series, in this database.'],
  source: ['series.source_id', 'Who says so; pub.source has its licence.'],
  subject: ['series.subject', 'What is priced: a GPU, a language model, a memory part.'],
  metric: ['series.metric', 'Which quantity: rental, a meter of a token price, a column of a memory board.'],
  venue: ['series.venue', 'Who sells at this price.'],
  commodity: ["series.terms ->> 'kind'", 'rental, token or memory.'],
  surface: [
    "series.terms ->> 'surface'",
    'How a rental price came about: list, marketplace, transacted, survey or index. Never compare two of them silently.',
  ],
  tenor: ["series.terms ->> 'tenor'", 'How long a renter is bound. Prices of different tenors are different goods.'],
  region: ["series.terms ->> 'region'", 'Where, as the seller names it.'],
  tier: ["series.terms ->> 'tier'", 'Service tier of a token price.'],
  context_from_tokens: ["(series.terms ->> 'contextFrom')::integer", 'Prompt length from which a token price applies.'],
  basis: ["series.terms ->> 'basis'", 'spot, spot_proxy, contract, estimate or statistic, of a memory price.'],
  terms: ['series.terms', 'All terms as JSON.'],
  unit: ['series.unit', 'What one unit of the price is.'],
} as const;

const published = 'join pub.source on source.id = series.source_id and source.publishable';

/** The newest document of each address that was believed, and the series it quotes. */
const sightings = `
  select series_id, max(fetched_at) as seen_at
  from (select distinct source_id, url from capture) address
  cross join lateral (
    select capture.fetched_at, coalesce(release.seen, reading.seen, repeated.seen) as seen
    from capture
    join reading on reading.capture_id = capture.id
    left join reading repeated on repeated.capture_id = coalesce(reading.seen_in, reading.repeats)
      and repeated.parser_version = reading.parser_version
    left join quarantine_decision release on release.decision = 'released'
      and release.capture_id = coalesce(reading.repeats, reading.capture_id)
    where capture.source_id = address.source_id and capture.url = address.url
      and (reading.verdict = 'accepted' or release.capture_id is not null)
    order by capture.fetched_at desc, reading.parser_version desc
    limit 1
  ) newest
  cross join lateral unnest(newest.seen) as series_id
  group by series_id`;

export const priceViews: readonly DocumentedView[] = [
  {
    name: 'series',
    about: 'What is measured: one row for each seller, subject, quantity and set of terms of each source.',
    columns: seriesColumns,
    from: `from public.series ${published}`,
  },
  {
    name: 'observation',
    about:
      'Every price that was stored: a row where a value changed, or was corrected. For the price of a day, take pub.price_history.',
    columns: {
      ...seriesColumns,
      observed_at: ['observation.observed_at', 'When the price was true, or first seen so.'],
      recorded_at: ['observation.recorded_at', 'When it became known. A correction is a later one.'],
      parser_version: ['observation.parser_version', 'Which reading of the document; the highest has the last word.'],
      value: ['observation.value', 'The price, in the unit of the row.'],
      document_sha256: ['capture.sha256::text', 'The bytes it was read from.'],
      document_url: ['capture.url', 'Where they were fetched.'],
      document_at: ['observation.at', 'Where in them it stands.'],
    },
    from: `from public.observation join public.series on series.id = observation.series_id ${published}
      join public.capture on capture.id = observation.capture_id`,
  },
  {
    name: 'price_history',
    about: 'Each price from when it was true, as it is believed today. It holds until the next row of its series.',
    distinctOn: 'observation.series_id, observation.observed_at',
    columns: {
      ...seriesColumns,
      series_id: ['observation.series_id', 'The series, in this database.'],
      observed_at: ['observation.observed_at', 'From when on the price held.'],
      recorded_at: ['observation.recorded_at', 'When it became known.'],
      value: ['observation.value', 'The price, in the unit of the row.'],
    },
    from: `from public.observation join public.series on series.id = observation.series_id ${published}
      order by observation.series_id, observation.observed_at, observation.recorded_at desc, observation.parser_version desc`,
  },
  {
    name: 'price',
    about: 'Prices in force: the newest of every series that the newest believed document of its source still quotes.',
    columns: {
      ...seriesColumns,
      observed_at: ['newest.observed_at', 'Since when this row of the price is known.'],
      seen_at: ['sighting.seen_at', 'When a document last quoted it.'],
      value: ['newest.value', 'The price, in the unit of the row.'],
      document_sha256: ['capture.sha256::text', 'The bytes it was read from.'],
      document_url: ['capture.url', 'Where they were fetched.'],
      document_at: ['newest.at', 'Where in them it stands.'],
    },
    from: `from public.series ${published}
      join (${sightings}) sighting on sighting.series_id = series.id
      cross join lateral (
        select observed_at, value, capture_id, at from observation where series_id = series.id
        order by observed_at desc, recorded_at desc, parser_version desc limit 1
      ) newest
      join public.capture on capture.id = newest.capture_id`,
  },
];
