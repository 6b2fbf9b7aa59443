/** DeepSeek's peak hours, as the footnote of its price table states them. */
import { SourceChanged } from '@bandgap/core';

/** `Mon-Fri 01:00-04:00 and 06:00-10:00 UTC`. Throws SourceChanged where the text states none. */
export function peakHours(text: string): string {
  const [, hours = '', days] =
    /Peak hours are ((?:\d\d:\d\d ?- ?\d\d:\d\d(?:,? and |, )?)+) UTC(?:, (Monday through Friday))?/.exec(text) ?? [];
  const spans = [...hours.matchAll(/(\d\d:\d\d) ?- ?(\d\d:\d\d)/g)].map(([, from, to]) => `${from}-${to}`);
  if (spans.length === 0) throw new SourceChanged('expected the peak hours in UTC below the prices, found none');
  return `${days === undefined ? '' : 'Mon-Fri '}${spans.join(' and ')} UTC`;
}
