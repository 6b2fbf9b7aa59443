/** The pages that every page leads to, in the order of the day: prices, what they mean, what watches them, where they are from. */
export const places = [
  ['/', 'Today'],
  ['/one-chart', 'One Chart'],
  ['/gpu', 'GPU'],
  ['/tokens', 'Tokens'],
  ['/memory', 'Memory'],
  ['/models', 'Models'],
  ['/scenarios', 'Scenarios'],
  ['/alerts', 'Alerts'],
  ['/changes', 'Changes'],
  ['/sources', 'Sources'],
  ['/data', 'Data'],
] as const;
