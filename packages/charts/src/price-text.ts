/** Prices as text: a dollar sign, and as many decimals as the figure deserves. */

/** 92,536 or 4.92, with so many decimals. */
export const grouped = (value: number, decimals: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** How many decimals a figure deserves. */
export const decimalsOf = (value: number): number => {
  const size = Math.abs(value);
  if (size >= 1000) return 0;
  if (size >= 0.1 || size === 0) return 2;
  return size >= 0.01 ? 3 : 4;
};

/** $4.92, $92,536, $0.0125. */
export const usd = (value: number): string => `${value < 0 ? '−' : ''}$${grouped(Math.abs(value), decimalsOf(value))}`;

/** The fewest decimals that tell apart the ticks of a scale. */
export function tickText(step: number): (value: number) => string {
  const decimals = [0, 1, 2, 3, 4].find((places) => Number.isInteger(Number((step * 10 ** places).toFixed(6)))) ?? 5;
  const shown = decimals === 1 ? 2 : decimals;
  return (value) => `${value < 0 ? '−' : ''}$${grouped(Math.abs(value), shown)}`;
}

/** 0.156 as 15.6 %. */
export const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(1))} %`;
