/** Memory prices over time: a point for each quote, joined only where quotes follow each other. */
import { grid, priceAxis } from './axes.ts';
import { calendarAxis, timeRange } from './calendar.ts';
import { broken, covered, type DatedValue, longestBridgeDays, pointOf, stretches } from './dated.ts';
import { dayText, dayWithoutYear } from './day-ticks.ts';
import { emptyChart } from './empty.ts';
import { heading, key } from './heading.ts';
import { marginFor, marginLabels } from './label.ts';
import { dots, line } from './line.ts';
import { eventMarks, eventsName, eventsWithin, type MemoryEvent } from './memory-marks.ts';
import { planeFor } from './plane.ts';
import { usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleOver } from './scale.ts';
import { type ChartSize, isNarrow, lineColour, lineDash, wide } from './theme.ts';

export interface MemoryPrice {
  readonly label: string;
  /** In the order of days. */
  readonly quotes: readonly DatedValue[];
}

export interface MemoryChart {
  readonly title: string;
  readonly unit: string;
  readonly prices: readonly MemoryPrice[];
  /** Marked by number at the foot; what each was is said in the description, and by whoever shows the chart. */
  readonly events?: readonly MemoryEvent[];
}

export function memoryChart({ title, unit, prices, events = [] }: MemoryChart, size: ChartSize = wide): string {
  const quotes = prices.flatMap((price) => price.quotes).sort((a, b) => (a.day < b.day ? -1 : 1));
  const all = covered(quotes);
  if (all === undefined) return emptyChart({ title, subtitle: unit }, size);

  const { first, last } = all;
  const marked = eventsWithin(events, first.day, last.day);
  const names = marked.length > 0 ? [eventsName] : [];
  const head = {
    title,
    subtitle: `${unit}, ${dayText(first.day)} to ${dayText(last.day)}; quotes more than ${longestBridgeDays} days apart are not joined`,
  };
  const latest = prices.flatMap(({ label, quotes: own }) => {
    const end = covered(own)?.last;
    if (end === undefined) return [];
    const value = end.day === last.day ? usd(end.value) : `${usd(end.value)} (${dayWithoutYear(end.day)})`;
    return [{ name: label, value, at: end.value }];
  });
  const plane = planeFor({
    size,
    head,
    names,
    right: marginFor(latest, size),
    x: timeRange(first.day, last.day),
    y: scaleOver(
      quotes.flatMap(({ value }) => value ?? []),
      isNarrow(size) ? 5 : 6,
    ),
  });

  return renderSvg(
    {
      title: heading(head, size),
      legend: key(names, head, size),
      grid: grid(plane),
      xAxis: calendarAxis(plane),
      yAxis: priceAxis(plane, unit),
      series: [
        ...prices.flatMap((price, index) => {
          const parts = stretches(price.quotes);
          const colour = lineColour(index);
          return [
            line(broken(parts), { colour, dash: lineDash(index) }),
            dots(parts.flat().map(pointOf), { colour, size: 4.5 }),
          ];
        }),
        ...eventMarks(marked, plane),
        marginLabels(plane, latest),
      ],
    },
    { ...size, title, description: [...prices.map(describe), ...marked.map(told)].join(' '), plane },
  );
}

const told = ({ day, text }: MemoryEvent, index: number) => `${index + 1}: ${text}, ${day}.`;

function describe({ label, quotes }: MemoryPrice): string {
  const known = covered(quotes);
  if (known === undefined) return `${label}: no quotes.`;
  const { first, last } = known;
  return `${label}: ${usd(first.value)} on ${first.day} to ${usd(last.value)} on ${last.day}.`;
}
