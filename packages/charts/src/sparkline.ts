/** A line the size of a word, for a table. Its scale is its own, so it shows direction and not size. */
import { broken, type Covered, covered, type DatedValue, pointOf, stretches } from './dated.ts';
import { dots, line } from './line.ts';
import { usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { type ChartSize, colours } from './theme.ts';

export interface Sparkline {
  readonly title: string;
  /** In the order of days. */
  readonly points: readonly DatedValue[];
}

const word: ChartSize = { width: 120, height: 28 };

export function sparkline({ title, points }: Sparkline, size: ChartSize = word): string {
  const known = covered(points);
  const parts = stretches(points);
  const lone = parts.filter((part) => part.length === 1).flat();
  return renderSvg(
    {
      grid: { left: 3, right: 5, top: 4, bottom: 4 },
      xAxis: { type: 'time', show: false, min: 'dataMin', max: 'dataMax' },
      yAxis: { type: 'value', show: false, min: 'dataMin', max: 'dataMax' },
      series: [
        line(broken(parts), { colour: colours.blue, width: 1.5 }),
        dots(lone.map(pointOf), { colour: colours.blue, size: 3 }),
        dots(known === undefined ? [] : [pointOf(known.last)], { colour: colours.vermillion, size: 5 }),
      ],
    },
    { ...size, title, description: known === undefined ? 'No values yet.' : describe(known) },
  );
}

const describe = ({ first, last }: Covered): string =>
  `From ${usd(first.value)} on ${first.day} to ${usd(last.value)} on ${last.day}.`;
