/** An index that only moves when prices do: owners who join or leave change the panel, not the level. */
import { FEWEST_OWNERS } from './confidence.ts';
import { indexLevel } from './index-level.ts';
import type { Listing } from './listing.ts';

export interface PanelPrice {
  readonly owner: string;
  readonly price: number;
}

export interface Linked {
  /** USD per GPU-hour at the first fixing; from there on, that times the change on common panels. Null before it. */
  readonly linked: number | null;
  /** The prices the next fixing is compared with. */
  readonly panel: readonly PanelPrice[];
}

export const unlinked: Linked = { linked: null, panel: [] };

/**
 * The level over owners present at both fixings, now over then, under today's weights on both sides.
 * With too few of them in common the level is carried over, and the new panel takes the place of the old.
 */
export function linkTo(previous: Linked, listings: readonly Listing[]): Linked {
  if (listings.length < FEWEST_OWNERS) return previous;
  const panel = listings.map(({ owner, price }) => ({ owner, price }));
  if (previous.linked === null) return { linked: indexLevel(listings), panel };

  const priceBefore = new Map(previous.panel.map(({ owner, price }) => [owner, price]));
  const pairs = listings.flatMap(({ owner, price, weight }) => {
    const before = priceBefore.get(owner);
    return before === undefined ? [] : [{ now: { price, weight }, before: { price: before, weight } }];
  });
  if (pairs.length < FEWEST_OWNERS) return { linked: previous.linked, panel };
  const change = indexLevel(pairs.map((pair) => pair.now)) / indexLevel(pairs.map((pair) => pair.before));
  return { linked: previous.linked * change, panel };
}
