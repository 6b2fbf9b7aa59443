/** Decimal shifts that keep the digits: 5e-7 USD per token is 0.5 USD per million tokens, not 0.49999999999999994. */

/**
 * `value * 10 ** places`, rounded once from the shortest decimal form of `value`. Throws a RangeError unless finite.
 *
 * A double is the image of at most one decimal of 15 digits or fewer. Where `units / 1e12` is such a decimal and gives back
 * `value`, it is the shortest form, and one division of two exact integers rounds it once. Any other value goes by its digits.
 */
export function shiftDecimal(value: number, places: number): number {
  const units = Math.round(value * 1e12);
  const divisor = powersOfTen[12 - places];
  if (divisor !== undefined && units !== 0 && Math.abs(units) < 1e15 && units / 1e12 === value) return units / divisor;

  if (!Number.isFinite(value)) throw new RangeError(`expected a finite number, was ${value}`);
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** As far as a double holds them exactly. */
const powersOfTen: readonly number[] = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
