/** Figures as messages show them. */
import { decimalsOf, grouped } from '@bandgap/charts';
import { daysBetween, type Instant } from '@bandgap/core';

/** As many decimals as the figure deserves, and more where it would otherwise read like the one `beside` it. */
export function figure(value: number, beside: number | null = null): string {
  const fewest = decimalsOf(value);
  if (beside === null || beside === value) return grouped(value, fewest);
  const enough = [0, 1, 2, 3, 4].find((more) => grouped(value, fewest + more) !== grouped(beside, fewest + more)) ?? 4;
  return grouped(value, fewest + enough);
}

/** An input of a model, to four digits: 39,750 or 0.156. */
export const inputFigure = (value: number): string =>
  Number(value.toPrecision(4)).toLocaleString('en-US', { maximumFractionDigits: 8 });

/** With its sign: -3.2 %, +0.04 %. */
export function change(fraction: number): string {
  const percent = fraction * 100;
  const text = percent.toFixed(Math.abs(percent) < 0.1 ? 2 : 1);
  return `${percent > 0 ? '+' : ''}${text} %`;
}

export const signed = (value: number): string => `${value > 0 ? '+' : ''}${figure(value)}`;

/** In days, or in hours where that is not two days. */
export function duration(from: Instant, to: Instant): string {
  const days = Math.abs(daysBetween(from, to));
  const [count, unit] = days < 2 ? [Math.round(days * 24), 'hour'] : [Math.round(days), 'day'];
  if (count === 24) return '1 day';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
