/** One vote per owner: its lowest full listing. */
import type { Exclusion, Listing } from './listing.ts';

/** The usual server; its price per GPU is the one neoclouds compete on. */
const NODE_GPUS = 8;

export interface Folded {
  /** In order of price, one per owner. */
  readonly listings: readonly Listing[];
  readonly excluded: readonly Exclusion[];
}

export function oneListingPerOwner(listings: readonly Listing[]): Folded {
  const chosen = new Map<string, Listing>();
  const inOrder = [...listings].sort(byPreference);
  for (const listing of inOrder) if (!chosen.has(listing.owner)) chosen.set(listing.owner, listing);
  const others = inOrder.filter((listing) => chosen.get(listing.owner) !== listing);
  return {
    listings: [...chosen.values()].sort(byPrice),
    excluded: others.map(({ provider, price }) => ({ provider, price, reason: 'other_listing_of_owner' })),
  };
}

/** Whole nodes before parts of them, then the lowest price; the rest only makes the order total. */
const byPreference = (a: Listing, b: Listing): number =>
  Number(b.minGpus === NODE_GPUS) - Number(a.minGpus === NODE_GPUS) || byPrice(a, b);

const byPrice = (a: Listing, b: Listing): number =>
  a.price - b.price || b.weight - a.weight || compare(a.owner, b.owner) || compare(listingKey(a), listingKey(b));

const listingKey = ({ provider, source, observedAt, seenAt }: Listing): string =>
  [provider, source, observedAt, seenAt].join(' ');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
