/** The basis of a GPU's rent: its markets at one tenor over time, and how far they are apart. */
import { grid, priceAxis } from './axes.ts';
import { calendarAxis, timeRange } from './calendar.ts';
import { broken, covered, type DatedValue, pointOf, stretches } from './dated.ts';
import { dayText } from './day-ticks.ts';
import { emptyChart } from './empty.ts';
import { heading } from './heading.ts';
import { marginFor, marginLabels } from './label.ts';
import { dots, line } from './line.ts';
import { planeFor } from './plane.ts';
import { percent, usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleFromZero } from './scale.ts';
import { type ChartSize, isNarrow, lineColour, lineDash, wide } from './theme.ts';

export interface BasisLine {
  readonly label: string;
  /** In the order of days. */
  readonly points: readonly DatedValue[];
}

export interface BasisChart {
  readonly title: string;
  readonly unit: string;
  /** The first is what the others are measured against. */
  readonly lines: readonly BasisLine[];
}

export function basisChart({ title, unit, lines }: BasisChart, size: ChartSize = wide): string {
  const all = covered(lines.flatMap(({ points }) => points).sort((a, b) => (a.day < b.day ? -1 : 1)));
  if (all === undefined) return emptyChart({ title, subtitle: unit }, size);
  const [base] = lines;
  const subtitle = `${unit}, ${dayText(all.first.day)} to ${dayText(all.last.day)}; in brackets the share of the ${base?.label ?? ''}`;
  const head = { title, subtitle };
  const margin = lines.flatMap((each) => {
    const last = covered(each.points)?.last;
    if (last === undefined) return [];
    const share = each === base ? undefined : shareOf(each, base);
    return [
      {
        name: each.label,
        value: `${usd(last.value)}${share === undefined ? '' : ` (${percent(share)})`}`,
        at: last.value,
      },
    ];
  });
  const plane = planeFor({
    size,
    head,
    right: marginFor(margin, size),
    x: timeRange(all.first.day, all.last.day),
    y: scaleFromZero(
      lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
      isNarrow(size) ? 5 : 6,
    ),
  });
  return renderSvg(
    {
      title: heading(head, size),
      grid: grid(plane),
      xAxis: calendarAxis(plane),
      yAxis: priceAxis(plane, unit),
      series: [
        ...lines.flatMap(({ points }, index) => {
          const parts = stretches(points);
          const lone = parts.filter((part) => part.length === 1).flat();
          const colour = lineColour(index);
          return [line(broken(parts), { colour, dash: lineDash(index) }), dots(lone.map(pointOf), { colour, size: 6 })];
        }),
        marginLabels(plane, margin),
      ],
    },
    { ...size, title, description: lines.map((each) => describe(each, base)).join(' '), plane },
  );
}

/** Of the base, on the last day that both have a value. */
function shareOf({ points }: BasisLine, base: BasisLine | undefined): number | undefined {
  const baseOn = new Map(base?.points.map(({ day, value }) => [day, value]));
  for (const { day, value } of points.toReversed()) {
    const other = baseOn.get(day);
    if (value !== null && other !== null && other !== undefined) return value / other;
  }
  return undefined;
}

function describe(each: BasisLine, base: BasisLine | undefined): string {
  const known = covered(each.points);
  if (known === undefined) return `${each.label}: no values.`;
  const share = each === base ? undefined : shareOf(each, base);
  const apart = share === undefined ? '' : `, ${percent(share)} of the ${base?.label ?? ''}`;
  return `${each.label}: ${usd(known.first.value)} on ${known.first.day} to ${usd(known.last.value)} on ${known.last.day}${apart}.`;
}
