/** The term structure of a GPU's rent: what an hour costs by how long the buyer is bound, one line per kind of seller. */
import { grid, numberAxis, priceAxis } from './axes.ts';
import { emptyChart } from './empty.ts';
import { heading, key } from './heading.ts';
import { type Label, labels } from './label.ts';
import { dots, line } from './line.ts';
import { type Plane, pixelY, planeFor, spread } from './plane.ts';
import { usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleFromZero } from './scale.ts';
import { type ChartSize, isNarrow, lineColour, lineDash, wide } from './theme.ts';

export interface TermPoint {
  /** Position among the tenors, from zero. */
  readonly tenor: number;
  readonly price: number;
  /** Sellers or publishers behind it. */
  readonly owners: number;
  /** When it was last quoted. */
  readonly day: string;
}

export interface TermLine {
  readonly label: string;
  readonly points: readonly TermPoint[];
}

export interface TermStructureChart {
  readonly title: string;
  readonly unit: string;
  /** From the shortest to the longest. */
  readonly tenors: readonly string[];
  readonly lines: readonly TermLine[];
}

export function termStructureChart({ title, unit, tenors, lines }: TermStructureChart, size: ChartSize = wide): string {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const head = {
    title,
    subtitle: `${unit}; each price at its newest date, with the number of sellers or publishers behind it`,
  };
  if (drawn.length === 0) return emptyChart(head, size);

  const names = drawn.map(({ label }) => label);
  const plane = planeFor({
    size,
    head,
    names,
    right: 24,
    x: { min: 0, max: tenors.length },
    y: scaleFromZero(
      drawn.flatMap(({ points }) => points.map(({ price }) => price)),
      isNarrow(size) ? 5 : 6,
    ),
  });
  return renderSvg(
    {
      title: heading(head, size),
      legend: key(names, head, size),
      grid: grid(plane),
      xAxis: numberAxis(plane, {
        name: 'bound for',
        ticks: tenors.map((_, index) => middleOf(index)),
        text: (middle) => tenors[Math.floor(middle)] ?? '',
      }),
      yAxis: priceAxis(plane, unit),
      series: [
        ...drawn.flatMap(({ label, points }, index) => {
          const colour = lineColour(index);
          const along = points.map(({ tenor, price }) => [middleOf(tenor), price] as const);
          return [line(along, { colour, dash: lineDash(index) }), dots(along, { colour, size: 7, name: label })];
        }),
        labels(tenors.flatMap((_, tenor) => namedAt({ plane, tenor, isShort: isNarrow(size) }, drawn))),
      ],
    },
    { ...size, title, description: drawn.map((each) => describe(each, tenors)).join(' ') },
  );
}

const middleOf = (tenor: number): number => tenor + 0.5;
const labelGap = 15;

interface Place {
  readonly plane: Plane;
  readonly tenor: number;
  /** There is room for the price alone. */
  readonly isShort: boolean;
}

/** The prices of one tenor, beside their points and moved apart where those are close. */
function namedAt({ plane, tenor, isShort }: Place, lines: readonly TermLine[]): readonly Label[] {
  const points = lines.flatMap((each) => each.points).filter((point) => point.tenor === tenor);
  const heights = points.map(({ price }) => pixelY(plane, price));
  const placed = spread(heights, labelGap, [plane.top, plane.height - plane.bottom]);
  return points.map(({ price, owners }, index) => ({
    x: middleOf(tenor),
    y: price,
    text: isShort ? price.toFixed(1) : `${usd(price)} (${owners})`,
    side: 'right',
    offset: [3, (placed[index] ?? 0) - (heights[index] ?? 0)],
  }));
}

const describe = ({ label, points }: TermLine, tenors: readonly string[]): string =>
  `${label}: ${points.map(({ tenor, price, owners, day }) => `${usd(price)} ${tenors[tenor] ?? ''} from ${owners}, ${day}`).join('; ')}.`;
