/** Decimal shifts that keep the digits: 5e-7 USD per token is 0.5 USD per million tokens, not 0.49999999999999994. */

/** `value * 10 ** places`, rounded once from the shortest decimal form of `value`. Throws a RangeError unless finite. */
export function shiftDecimal(value: number, places: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`expected a finite number, was ${value}`);
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
