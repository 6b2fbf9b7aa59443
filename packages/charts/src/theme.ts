/** How every chart looks: colours a colour-blind reader can tell apart (Okabe and Ito, 2008), type, and sizes. */

export const colours = {
  blue: '#0072b2',
  vermillion: '#d55e00',
  green: '#009e73',
  purple: '#cc79a7',
  orange: '#e69f00',
  sky: '#56b4e9',
  ink: '#1b1b1b',
  muted: '#595959',
  rule: '#8a8a8a',
  grid: '#e4e4e4',
  paper: '#ffffff',
} as const;

/** Lines in the order they are told apart best. */
export const lineColours = [
  colours.blue,
  colours.vermillion,
  colours.green,
  colours.purple,
  colours.orange,
  colours.sky,
  colours.ink,
] as const;

export const lineColour = (index: number): string => lineColours[index % lineColours.length] ?? colours.ink;

/** A second way to tell lines apart, for readers and printers without colour. */
export const lineDash = (index: number): 'solid' | number[] =>
  index === 0 ? 'solid' : [8 - (index % 3) * 2, 2 + (index % 2) * 2];

export const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

export const smallText = { fontSize: 12, fontFamily, color: colours.muted } as const;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export const wide: ChartSize = { width: 960, height: 420 };

/** For screens under 640 px: drawn again, not scaled down, so that its text stays readable. */
export const narrow: ChartSize = { width: 360, height: 380 };

/** For a column beside others. */
export const middle: ChartSize = { width: 760, height: 380 };

export const isNarrow = (size: ChartSize): boolean => size.width < 640;
