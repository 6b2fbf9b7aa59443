/** OpenRouter writes USD per token as decimal text, so that no digit is lost. */
import { shiftDecimal } from '@bandgap/core';

/** USD per million tokens; anything but a decimal number is given back as JSON text, for the reader to report. */
export function perMillion(perToken: unknown): number | string {
  const isDecimal = typeof perToken === 'string' && /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(perToken);
  const value = isDecimal ? Number(perToken) : Number.NaN;
  return Number.isFinite(value) ? shiftDecimal(value, 6) : JSON.stringify(perToken);
}
