/** Draws one ECharts option as an SVG document, on the server and without a DOM. */
import type { EChartsOption } from 'echarts';
import { init, setPlatformAPI } from 'echarts/dist/echarts.esm.min';
import { oneLine } from './drawable-text.ts';
import { escapeXml, plainSvg } from './plain-svg.ts';
import type { Plane } from './plane.ts';
import { boldness, textWidth } from './text-width.ts';
import { type ChartSize, colours, fontFamily } from './theme.ts';

const pixels = (font: string | undefined): number => Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
const widened = (font: string | undefined): number => (/\bbold\b/.test(font ?? '') ? boldness : 1);

setPlatformAPI({
  measureText: (text, font) => ({ width: (textWidth(text) * pixels(font) * widened(font)) / 12 }),
});

export interface Drawing extends ChartSize {
  /** Where the plane lies and what its edges stand for, for whoever reads values off it. */
  readonly plane?: Plane;
  /** The accessible name. */
  readonly title: string;
  /** What the chart shows, in words and figures, for whoever does not see it. */
  readonly description: string;
}

/** Same option, same bytes. Text is escaped; there is no script, style sheet, class or inline style in the result. */
export function renderSvg(option: EChartsOption, drawing: Drawing): string {
  const { width, height } = drawing;
  // An instance that is not disposed keeps the process alive.
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      useUTC: true,
      backgroundColor: colours.paper,
      textStyle: { color: colours.ink },
      ...option,
    });
    return named(plainSvg(chart.renderToSVGString()), drawing);
  } finally {
    chart.dispose();
  }
}

const named = (svg: string, { title, description, plane }: Drawing): string =>
  svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg ${attributes} role="img" aria-labelledby="chart-title chart-desc" font-family="${escapeXml(fontFamily)}" font-variant="tabular-nums"${plane === undefined ? '' : ` data-plane="${edges(plane)}"`}>` +
      `\n<title id="chart-title">${escapeXml(oneLine(title))}</title>` +
      `\n<desc id="chart-desc">${escapeXml(oneLine(description))}</desc>`,
  );

/** Left, right, top and bottom in pixels, then the same in values. */
const edges = ({ left, right, top, bottom, width, height, x, y }: Plane): string =>
  [left, width - right, top, height - bottom, x.min, x.max, y.max, y.min]
    .map((edge) => Number(edge.toFixed(4)))
    .join(' ');
