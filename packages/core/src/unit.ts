/** What one unit of a price is. Always a currency per quantity, so that two numbers can be refused when they differ. */

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
] as const;

export type Unit = (typeof units)[number];
