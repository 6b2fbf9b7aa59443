/** The change printed beside a price. */

/**
 * In percent. The arrow gives the sign: publishers print both `▼ 0.96 %` and `▼ -0.96 %`. A dash, or no arrow beside a
 * zero, is an unchanged price. Null where nothing is printed, or a number whose direction cannot be told.
 */
export function percentChange(text: string, picture = ''): number | null {
  const [printed] = /[+-]?\d+(?:\.\d+)?/.exec(text) ?? [];
  const dash = /[—–]|^\s*-\s*$/.test(text);
  if (printed === undefined) return dash ? 0 : null;
  const size = Math.abs(Number(printed));
  if (text.includes('▲') || /\bup\b/.test(picture)) return size;
  if (text.includes('▼') || /\bdown\b/.test(picture)) return size === 0 ? 0 : -size;
  if (size === 0 || dash) return 0;
  return /^[+-]/.test(printed) ? Number(printed) : null;
}
