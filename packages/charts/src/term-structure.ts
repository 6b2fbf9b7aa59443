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

/** Where the points of a tenor stand on the axis: in the middle of its room. */
export const placeOfTenor = (tenor: number): number => tenor + 0.5;

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
        name: isNarrow(size) ? '' : 'bound for',
        ticks: tenors.map((_, index) => placeOfTenor(index)),
        text: (place) => inRows(tenors[Math.floor(place)] ?? '', isNarrow(size)),
      }),
      yAxis: priceAxis(plane, unit),
      series: [
        ...drawn.flatMap(({ label, points }, index) => {
          const colour = lineColour(index);
          const along = points.map(({ tenor, price }) => [placeOfTenor(tenor), price] as const);
          return [line(along, { colour, dash: lineDash(index) }), dots(along, { colour, size: 7, name: label })];
        }),
        labels(tenors.flatMap((_, tenor) => namedAt({ plane, tenor, isShort: isNarrow(size) }, drawn))),
      ],
    },
    { ...size, title, description: drawn.map((each) => describe(each, tenors)).join(' '), plane },
  );
}

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
  const placed = spread(
    points.map((point, index) => (heights[index] ?? 0) + awayFromLine(point, lines)),
    labelGap,
    [plane.top, plane.height - plane.bottom],
  );
  const shift = (index: number) => (placed[index] ?? 0) - (heights[index] ?? 0);
  return points.map(({ price, owners }, index) => ({
    x: placeOfTenor(tenor),
    y: price,
    text: isShort ? price.toFixed(1) : `${usd(price)} (${owners})`,
    ...(tenor === 0 ? { side: 'left', offset: [-3, shift(index)] } : { side: 'right', offset: [3, shift(index)] }),
  }));
}

/** Pixels down: a label stands over a line that falls from its point, and under one that rises. */
function awayFromLine(point: TermPoint, lines: readonly TermLine[]): number {
  const own = lines.find(({ points }) => points.includes(point));
  const next = own?.points.find(({ tenor }) => tenor > point.tenor);
  if (point.tenor === 0 || next === undefined) return 0;
  return next.price < point.price ? -9 : 9;
}

/** Words under one another where they have little room beside one another. */
const inRows = (text: string, isShort: boolean): string => (isShort ? text.replaceAll(' ', '\n') : text);

const describe = ({ label, points }: TermLine, tenors: readonly string[]): string =>
  `${label}: ${points.map(({ tenor, price, owners, day }) => `${usd(price)} ${tenors[tenor] ?? ''} from ${owners}, ${day}`).join('; ')}.`;
