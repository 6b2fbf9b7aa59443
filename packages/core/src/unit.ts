/** What one unit of a price is: a currency per quantity, or the points of a statistical index. Two numbers whose units differ are refused. */

export const units = [
  'USD/GPU-hr',
  'USD/MTok',
  'USD/chip',
  'USD/module',
  'USD/package',
  'USD/stack',
  'USD/die',
  'USD/card',
  'USD/GB',
  'USD/kg',
  'index',
] as const;

export type Unit = (typeof units)[number];
