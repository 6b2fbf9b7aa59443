/** Who captures what lies between the floor and the value ceiling: one bar per party, a loss to the left of zero. */

import { grid } from './axes.ts';
import { bar, barPlane, categoryAxis, valueAxis } from './bars.ts';
import { heading } from './heading.ts';
import { labels } from './label.ts';
import { percent, usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleFromZero } from './scale.ts';
import { type ChartSize, colours, isNarrow, lineColour, wide } from './theme.ts';

export interface CapturedChart {
  readonly title: string;
  /** USD per GPU-hour. */
  readonly floor: number;
  readonly ceiling: number;
  /** What the ceiling is held against. */
  readonly reference: string;
  readonly price: number;
  readonly parts: readonly {
    readonly party: string;
    readonly perGpuHour: number;
    /** Null where there is nothing to share. */
    readonly share: number | null;
  }[];
}

export function capturedChart(chart: CapturedChart, size: ChartSize = wide): string {
  const { title, floor, ceiling, reference, price, parts } = chart;
  const head = {
    title,
    subtitle: `USD/GPU-hr at a rental price of ${usd(price)}, from the floor of ${usd(floor)} to value parity with ${reference} at ${usd(ceiling)}`,
  };
  const values = parts.map(({ perGpuHour }) => perGpuHour);
  const plane = barPlane({
    size,
    head,
    rows: parts.map(({ party }) => party),
    right: isNarrow(size) ? 96 : 120,
    x: scaleFromZero(values, isNarrow(size) ? 3 : 6),
  });
  return renderSvg(
    {
      title: heading(head, plane),
      grid: grid(plane),
      xAxis: valueAxis(plane, 'USD/GPU-hr'),
      yAxis: categoryAxis(plane.rows),
      series: [
        bar(
          parts.map(({ perGpuHour }, index) => ({
            value: perGpuHour,
            colour: perGpuHour < 0 ? colours.rule : lineColour(index),
          })),
        ),
        labels(
          parts.map(({ perGpuHour, share }, index) => ({
            x: Math.max(0, perGpuHour),
            y: index,
            text: shareText(perGpuHour, share),
            side: 'right',
            bold: true,
          })),
        ),
      ],
    },
    { ...plane, title, description: describe(chart) },
  );
}

const shareText = (value: number, share: number | null): string =>
  share === null ? usd(value) : `${usd(value)}, ${percent(share).replace('-', '−')}`;

const describe = ({ floor, ceiling, reference, price, parts }: CapturedChart): string =>
  [
    `Of ${usd(ceiling - floor)} per GPU-hour between the floor of ${usd(floor)} and value parity with ${reference} at ${usd(ceiling)}, at a rental price of ${usd(price)}:`,
    `${parts.map(({ party, perGpuHour, share }) => `${party} ${shareText(perGpuHour, share)}`).join('; ')}.`,
  ].join(' ');
