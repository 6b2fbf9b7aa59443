/** For one capex, between which rental prices the IRR is one plain number, and where there is none at all. */
import { element } from '../element.ts';
import type { FlowSurface } from './flow-surface.ts';

/** Twice the part of the largest flow that counts as rounding dust, so that whoever clears it clears the dust. */
const CLEAR_OF_DUST = 2e-9;

export interface PriceRegions {
  /** Up to this price nothing ever comes back. */
  readonly noReturn: number;
  /** From this price on nothing is paid in at signing. */
  readonly noInvestment: number;
  /** Between these two an investment is repaid by positive flows alone. The interval may be empty. */
  readonly plainAbove: number;
  readonly plainBelow: number;
}

const unclear: PriceRegions = {
  noReturn: Number.NEGATIVE_INFINITY,
  noInvestment: Number.POSITIVE_INFINITY,
  plainAbove: Number.POSITIVE_INFINITY,
  plainBelow: Number.NEGATIVE_INFINITY,
};

/** Everything is left unclear where some later flow does not rise with the price, as with late credits. */
export function priceRegions({ origin, perCapex, perPrice }: FlowSurface, capexPerGpu: number): PriceRegions {
  const fixedAt = (t: number) => element(origin, t) + capexPerGpu * element(perCapex, t);
  let [mostFixed, mostPerPrice] = [0, 0];
  for (let t = 0; t < origin.length; t++) {
    mostFixed = Math.max(mostFixed, Math.abs(fixedAt(t)));
    mostPerPrice = Math.max(mostPerPrice, Math.abs(element(perPrice, t)));
  }
  const [fixedDust, priceDust] = [CLEAR_OF_DUST * mostFixed, CLEAR_OF_DUST * mostPerPrice];

  let [noReturn, plainAbove] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let t = 1; t < origin.length; t++) {
    const [fixed, rise] = [fixedAt(t), element(perPrice, t)];
    if (fixed === 0 && rise === 0) continue;
    if (rise <= priceDust) return unclear;
    noReturn = Math.min(noReturn, -fixed / rise);
    plainAbove = Math.max(plainAbove, (fixedDust - fixed) / (rise - priceDust));
  }
  const [signing, prepaid] = [fixedAt(0), element(perPrice, 0)];
  if (!(signing < 0) || prepaid < 0) return unclear;
  const noInvestment = prepaid === 0 ? Number.POSITIVE_INFINITY : -signing / prepaid;
  const plainBelow = (-signing - fixedDust) / (prepaid + priceDust);
  return { noReturn: Math.min(noReturn, plainBelow), noInvestment, plainAbove, plainBelow };
}
