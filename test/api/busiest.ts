/** What an interface like this one is asked most, on the market of the tests: pages, charts and monitors poll these. */
export const busiest = {
  'figures of today': '/v1/figures',
  'newest values of one GPU': '/v1/latest?subject=h100-sxm&limit=100',
  'series of one seller': '/v1/series?subject=h100-sxm&venue=seller-7',
  'one series': '/v1/series/7/observations',
  'one series, one month': '/v1/series/7/observations?from=2025-01-05&to=2025-02-05',
  'one series, week by week': '/v1/series/7/observations?downsample=week',
  'one value as known then': '/v1/series/7/observations?asOf=2025-01-09&knownAt=2025-01-09',
  'levels of all indices': '/v1/indices',
  'history of an index': '/v1/indices/h100/on_demand/neocloud/history',
  'constituents of an index': '/v1/indices/h100/on_demand/neocloud/constituents',
  'newest runs of an index': '/v1/runs?model=rental-index&subject=h100/on_demand/neocloud&limit=20',
  'state of the sources': '/v1/sources',
} as const;
