/** Two prices are compared only where they are prices of the same thing, or where somebody says by which factor they are not. */
import type { Surface, Tenor, Unit } from '@bandgap/core';
import { ModelError } from '../model-error.ts';

export interface ComparablePrice {
  readonly value: number;
  readonly tenor: Tenor;
  readonly surface: Surface;
  readonly unit: Unit;
}

/** What one hour on the first terms is worth in hours on the second, and who says so. */
export interface TermFactor {
  readonly factor: number;
  readonly label: string;
}

export interface Comparison {
  /** The first over the second. */
  readonly ratio: number;
  /** The first less the second, in their unit. */
  readonly difference: number;
  /** Of the factor that was used; absent where the prices are alike. */
  readonly label?: string;
}

/** Throws a ModelError that names what differs, unless a labelled factor between the terms is given. Units are never bridged. */
export function comparePrices(price: ComparablePrice, other: ComparablePrice, factor?: TermFactor): Comparison {
  const inputs = { price, other, factor };
  if (price.unit !== other.unit)
    throw new ModelError('conflicting_fields', `unit: expected one, was ${price.unit} and ${other.unit}`, inputs);
  const differing = (['tenor', 'surface'] as const).filter((member) => price[member] !== other[member]);
  if (differing.length === 0) return compared(price.value, other.value);
  if (factor === undefined || factor.label.trim() === '') {
    const both = differing.map((member) => `${member} ${price[member]} and ${other[member]}`).join(', ');
    throw new ModelError(
      'conflicting_fields',
      `${both}: unlike prices are not compared. Show them side by side, or give a factor between them with a label that says whose it is`,
      inputs,
    );
  }
  if (!(factor.factor > 0))
    throw new ModelError('out_of_range', `factor: expected a number above zero, was ${factor.factor}`, inputs);
  return { ...compared(price.value * factor.factor, other.value), label: factor.label };
}

const compared = (value: number, other: number): Comparison => ({ ratio: value / other, difference: value - other });
