/** Every published figure the models claim to give, ours beside theirs. */
import { type Anchor, anchors } from '@bandgap/catalog';
import { anchorValues } from './anchor-values.ts';

export interface AnchorResult extends Anchor {
  readonly ours: number;
  /** Ours less theirs. */
  readonly difference: number;
  readonly holds: boolean;
}

/** A half of the last printed digit, such as 9.625 for 9.63, is not a difference. */
const ROUNDING = 1e-9;

export function anchorCheck(): readonly AnchorResult[] {
  const values = anchorValues();
  return anchors.map((anchor) => {
    const ours = values[anchor.id];
    const difference = ours - anchor.published;
    return { ...anchor, ours, difference, holds: Math.abs(difference) <= anchor.within + ROUNDING };
  });
}
