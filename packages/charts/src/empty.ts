/** The chart of a series that has no value yet: its heading, and that it is empty. */
import { type Heading, heading, headingHeight } from './heading.ts';
import { labels } from './label.ts';
import { renderSvg } from './render-svg.ts';
import type { ChartSize } from './theme.ts';

export function emptyChart(head: Heading, { width }: ChartSize): string {
  const size = { width, height: 120 };
  return renderSvg(
    {
      title: heading(head, size),
      grid: { left: 0, right: 0, top: headingHeight(head, size), bottom: 0 },
      xAxis: { type: 'value', show: false, min: 0, max: 1 },
      yAxis: { type: 'value', show: false, min: 0, max: 1 },
      series: [labels([{ x: 0.5, y: 0.5, text: 'no values yet', side: 'top' }])],
    },
    { ...size, title: head.title, description: `${head.subtitle}. There are no values yet.` },
  );
}
