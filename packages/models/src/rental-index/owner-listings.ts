/** One vote per owner: its lowest listing, as the source nearest to it quotes it. */
import { rentalSourceClass, rentalSourceClasses } from '@bandgap/catalog';
import type { Exclusion, Listing } from './listing.ts';
import { isReferenceRegion } from './reference-region.ts';

/** Of two listings at one price that for the usual server is named. */
const NODE_GPUS = 8;
/** Sources of one owner that differ by more do not say the same. */
const LARGEST_DIFFERENCE = 0.05;

/** The price of an owner, and what another source says of it where that is something else. */
export interface Constituent extends Listing {
  readonly conflict?: { readonly source: string; readonly price: number };
}

export interface Folded {
  /** In order of price, one per owner. */
  readonly listings: readonly Constituent[];
  readonly excluded: readonly Exclusion[];
}

export function oneListingPerOwner(listings: readonly Listing[]): Folded {
  const byOwner = new Map<string, Listing[]>();
  const inOrder = [...listings].sort(byPreference);
  for (const listing of inOrder) byOwner.set(listing.owner, [...(byOwner.get(listing.owner) ?? []), listing]);
  const chosen = [...byOwner.values()].flatMap(([first]) => first ?? []);
  const counted = new Set(chosen);
  return {
    listings: chosen.map((first) => withConflict(first, byOwner.get(first.owner) ?? [])).sort(byPrice),
    excluded: inOrder
      .filter((listing) => !counted.has(listing))
      .map(({ provider, price }) => ({ provider, price, reason: 'other_listing_of_owner' })),
  };
}

/** Names the source that differs most, where one differs by too much. Each source has its first choice compared. */
function withConflict(chosen: Listing, inOrder: readonly Listing[]): Constituent {
  const ofOthers = new Map<string, Listing>();
  for (const listing of inOrder) {
    if (listing.source !== chosen.source && !ofOthers.has(listing.source)) ofOthers.set(listing.source, listing);
  }
  const difference = ({ price }: Listing) => Math.abs(price / chosen.price - 1);
  const [farthest] = [...ofOthers.values()].sort(
    (a, b) => difference(b) - difference(a) || compare(a.source, b.source),
  );
  if (farthest === undefined || difference(farthest) <= LARGEST_DIFFERENCE) return chosen;
  return { ...chosen, conflict: { source: farthest.source, price: farthest.price } };
}

/** What is believed of the newest document, then the nearest source, then the reference region, then the lowest price. */
const byPreference = (a: Listing, b: Listing): number =>
  Number(a.withheld ?? false) - Number(b.withheld ?? false) ||
  rankOf(a) - rankOf(b) ||
  Number(isReferenceRegion(b.region)) - Number(isReferenceRegion(a.region)) ||
  byPrice(a, b);

const rankOf = ({ source }: Listing): number => rentalSourceClasses.indexOf(rentalSourceClass(source));

const byPrice = (a: Listing, b: Listing): number =>
  a.price - b.price ||
  Number(b.minGpus === NODE_GPUS) - Number(a.minGpus === NODE_GPUS) ||
  b.weight - a.weight ||
  compare(a.owner, b.owner) ||
  compare(listingKey(a), listingKey(b));

const listingKey = ({ provider, source, region = '', observedAt, seenAt }: Listing): string =>
  [provider, source, region, observedAt, seenAt].join(' ');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
