/** Where a seller can be asked itself, whoever relays its prices has to agree. */
import type { Quote } from '@bandgap/core';
import type { PreviousReading } from './previous-reading.ts';

const LARGEST_DIFFERENCE = 0.25;

/**
 * Relays grow stale unseen: ec2.shop went on with 12.29 for an H100 after AWS had cut it to 6.88 (June 2025), SkyPilot
 * with RunPod's prices for half a year (skypilot-org/skypilot#3794). A seller asks differently by region and size: a relay
 * has to agree with one of its prices.
 */
export function staleRelay({ series, value }: Quote, { firstHand }: PreviousReading): string | undefined {
  const asked = firstHand?.(series) ?? [];
  const far = (price: number) => Math.abs(value / price - 1);
  const nearest = asked.toSorted((a, b) => far(a) - far(b))[0];
  if (nearest === undefined || far(nearest) <= LARGEST_DIFFERENCE) return undefined;
  return `stale-relay: ${value}, the seller itself asks ${nearest}`;
}
