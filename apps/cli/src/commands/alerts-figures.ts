/** What a rule found, and what it holds that against, as the terminal shows it. */

interface Compared {
  readonly value: number | null;
  readonly reference: number | null;
  /** Null for a fraction. */
  readonly unit: string | null;
}

/** Empty where nothing is compared, as for an event. */
export function against({ value, reference, unit }: Compared): string {
  if (reference === null) return '';
  const found = value === null ? 'nothing' : measured(value, unit);
  const unitText = unit === null || unit === 'minutes' ? '' : ` ${unit}`;
  return `${found} against ${measured(reference, unit)}${unitText}`;
}

function measured(value: number, unit: string | null): string {
  if (unit === null) return `${toFourDigits(value * 100)} %`;
  if (unit !== 'minutes') return toFourDigits(value);
  return value < 120 ? `${Math.round(value)} min` : `${Math.round(value / 60).toLocaleString('en-US')} h`;
}

const toFourDigits = (value: number): string => String(Number(value.toPrecision(4)));
