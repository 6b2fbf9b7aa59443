/** Token prices over time. A price holds until it is changed, so the line is a flight of steps. */
import type { Day } from '@bandgap/core';
import { grid, priceAxis } from './axes.ts';
import { calendarAxis, timeRange } from './calendar.ts';
import { dayText, timeOf } from './day-ticks.ts';
import { emptyChart } from './empty.ts';
import { heading } from './heading.ts';
import { marginFor, marginLabels } from './label.ts';
import { dots, line, type Point } from './line.ts';
import { planeFor } from './plane.ts';
import { usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleFromZero } from './scale.ts';
import { type ChartSize, isNarrow, lineColour, lineDash, wide } from './theme.ts';

export interface TokenPrice {
  readonly label: string;
  /** Each price from the day it was first seen; null from the day it was withdrawn. In the order of days. */
  readonly changes: readonly { readonly day: Day; readonly price: number | null }[];
}

export interface TokenPriceChart {
  readonly title: string;
  readonly unit: string;
  readonly prices: readonly TokenPrice[];
  /** The last day the prices are known to hold. */
  readonly until: Day;
}

export function tokenPriceChart({ title, unit, prices, until }: TokenPriceChart, size: ChartSize = wide): string {
  const days = prices.flatMap(({ changes }) => changes.map(({ day }) => day)).sort();
  const first = days[0];
  if (first === undefined) return emptyChart({ title, subtitle: unit }, size);

  const head = { title, subtitle: `${unit}, list price, ${dayText(first)} to ${dayText(until)}` };
  const latest = prices.flatMap(({ label, changes }) => {
    const price = changes.at(-1)?.price ?? null;
    return price === null ? [] : [{ name: label, value: usd(price), at: price }];
  });
  const amounts = prices.flatMap(({ changes }) => changes.flatMap(({ price }) => price ?? []));
  const plane = planeFor({
    size,
    head,
    right: marginFor(latest, size),
    x: timeRange(first, until),
    y: scaleFromZero(amounts, isNarrow(size) ? 5 : 6),
  });

  return renderSvg(
    {
      title: heading(head, size),
      grid: grid(plane),
      xAxis: calendarAxis(plane),
      yAxis: priceAxis(plane, unit),
      series: [
        ...prices.flatMap(({ changes }, index) => {
          const steps = changes.map(({ day, price }): Point => [timeOf(day), price]);
          const held = changes.at(-1)?.price ?? null;
          const colour = lineColour(index);
          return [
            line([...steps, [timeOf(until), held]], { colour, dash: lineDash(index), step: 'end' }),
            dots(
              steps.filter(([, price]) => price !== null),
              { colour, size: 6 },
            ),
          ];
        }),
        marginLabels(plane, latest),
      ],
    },
    {
      ...size,
      title,
      description: prices
        .map(({ label, changes }) => `${label}: ${changes.map(changeText).join(', then ')}.`)
        .join(' '),
      plane,
    },
  );
}

const changeText = ({ day, price }: TokenPrice['changes'][number]): string =>
  price === null ? `withdrawn ${day}` : `${usd(price)} from ${day}`;
