/** What stands above every chart: its title, what is measured, and the key to its symbols. */
import type { LegendComponentOption, TitleComponentOption } from 'echarts';
import { drawable } from './drawable-text.ts';
import { boldness, rowsFilled, textWidth, wrap } from './text-width.ts';
import { type ChartSize, colours, fontFamily, isNarrow, smallText } from './theme.ts';

export interface Heading {
  readonly title: string;
  /** What is measured, in which unit, over which time. */
  readonly subtitle: string;
}

/** The title in rows; its letters are larger than those that widths are reckoned for. */
const titleRows = (title: string, size: ChartSize): string[] =>
  wrap(drawable(title), ((size.width - 16) * 12) / (titleSize(size) * boldness));

const titleSize = (size: ChartSize): number => (isNarrow(size) ? 14 : 16);
const titleLine = 18;

export const heading = ({ title, subtitle }: Heading, size: ChartSize): TitleComponentOption => ({
  text: titleRows(title, size).join('\n'),
  subtext: subtitleRows(subtitle, size).join('\n'),
  left: 8,
  top: 8,
  padding: 0,
  itemGap: 0,
  textStyle: {
    fontSize: titleSize(size),
    lineHeight: titleLine,
    fontFamily,
    fontWeight: 'bold',
    color: colours.ink,
    width: size.width - 16,
    overflow: 'truncate',
  },
  subtextStyle: { ...smallText, lineHeight: 15 },
});

const keyRow = { gap: 14, iconWidth: 18, textGap: 5, height: 26 } as const;

const subtitleRows = (subtitle: string, size: ChartSize): string[] => wrap(drawable(subtitle), size.width - 16);

/** Where the heading ends, in pixels from the top. */
export const headingHeight = ({ title, subtitle }: Heading, size: ChartSize): number =>
  16 + titleLine * titleRows(title, size).length + 15 * subtitleRows(subtitle, size).length;

/** Where the key ends, in pixels below the heading. */
export const keyHeight = (names: readonly string[], size: ChartSize): number =>
  keyRow.height *
  rowsFilled(
    names.map((name) => keyRow.iconWidth + keyRow.textGap + textWidth(name)),
    keyRow.gap,
    size.width - 16,
  );

/** The key to symbols that no label beside a line can name. */
export const key = (names: readonly string[], head: Heading, size: ChartSize): LegendComponentOption => ({
  show: names.length > 0,
  data: [...names],
  left: 8,
  width: size.width - 16,
  top: headingHeight(head, size),
  padding: 0,
  itemGap: keyRow.gap,
  itemWidth: keyRow.iconWidth,
  itemHeight: 9,
  selectedMode: false,
  textStyle: { ...smallText },
});
