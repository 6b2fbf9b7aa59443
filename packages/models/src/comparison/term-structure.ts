/** What a GPU-hour costs by how it is sold and for how long the buyer is bound: one level per segment, surface and tenor. */
import { providerOf, rentalSourceClass, type Segment } from '@bandgap/catalog';
import { type Day, daysBetween, fixingDay, type Instant, type Surface, type Tenor } from '@bandgap/core';
import { FEWEST_OWNERS } from '../rental-index/confidence.ts';
import { indexLevel } from '../rental-index/index-level.ts';
import type { Listing } from '../rental-index/listing.ts';
import { oneListingPerOwner } from '../rental-index/owner-listings.ts';

/** A price and from when until when documents quoted it. */
export interface QuotedPrice {
  readonly source: string;
  readonly venue: string;
  readonly tenor: Tenor;
  readonly surface: Surface;
  readonly value: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly minGpus?: number;
  readonly region?: string;
}

/** A publisher of indices or surveys sells nothing itself. */
export type Seller = Exclude<Segment, 'reseller'> | 'published';

export interface MarketTerms {
  readonly seller: Seller;
  readonly surface: Surface;
  readonly tenor: Tenor;
}

export interface MarketLevel extends MarketTerms {
  /** USD per GPU-hour: the middle of the owners, as in the rental index. */
  readonly price: number;
  readonly owners: number;
  readonly sources: readonly string[];
  /** When its newest price was last quoted. */
  readonly seenAt: Instant;
}

/** How long a price counts without being quoted again. */
const daysCounted = (tenor: Tenor, surface: Surface): number => {
  if (surface === 'survey' || surface === 'index' || surface === 'transacted') return 90;
  if (tenor.startsWith('contract_')) return 45;
  return tenor === 'spot' ? 2 : 7;
};

/** The level of each market at its own newest date: some are quoted daily, others once a year. */
export const termStructure = (prices: readonly QuotedPrice[]): readonly MarketLevel[] =>
  [...marketsOf(prices)]
    .flatMap(([, ofMarket]) => newestLevel(ofMarket) ?? [])
    .sort((a, b) => rank(a) - rank(b) || compare(a.seller, b.seller) || compare(a.surface, b.surface));

/** The level of each market at one instant; markets that nobody quoted lately are left out. */
export const levelsAt = (prices: readonly QuotedPrice[], at: Instant): readonly MarketLevel[] =>
  [...marketsOf(prices)].flatMap(([, ofMarket]) => levelAt(ofMarket, at) ?? []);

export const tenorsInOrder: readonly Tenor[] = [
  'spot',
  'serverless',
  'on_demand',
  'contract_1y',
  'contract_3y',
  'contract_5y',
];
const rank = ({ tenor }: MarketTerms): number => tenorsInOrder.indexOf(tenor);

function marketsOf(prices: readonly QuotedPrice[]): ReadonlyMap<string, readonly InMarket[]> {
  const markets = new Map<string, InMarket[]>();
  for (const price of prices) {
    const seller = sellerOf(price);
    if (seller === undefined) continue;
    const key = [seller, price.surface, price.tenor].join(' ');
    // What was printed once is of its own date, however long it can be read.
    const until = seller === 'published' ? price.from : price.until;
    markets.set(key, [...(markets.get(key) ?? []), { ...price, until, seller }]);
  }
  return markets;
}

interface InMarket extends QuotedPrice {
  readonly seller: Seller;
}

/** Undefined for whoever passes on what others offer, and for a list of somebody unknown. */
function sellerOf({ venue, surface, source }: QuotedPrice): Seller | undefined {
  const segment = providerOf(venue)?.segment;
  if (segment === 'reseller' || rentalSourceClass(source) === 'reseller') return undefined;
  if (surface === 'survey' || surface === 'index' || surface === 'transacted') return 'published';
  return segment;
}

/** At the newest date with enough owners for an index, or else at the newest. */
function newestLevel(prices: readonly InMarket[]): MarketLevel | undefined {
  const dates = [...new Set(prices.map(({ until }) => until))].sort().reverse();
  let newest: MarketLevel | undefined;
  for (const at of dates) {
    const level = levelAt(prices, at);
    newest ??= level;
    if (level !== undefined && level.owners >= FEWEST_OWNERS) return level;
  }
  return newest;
}

function levelAt(prices: readonly InMarket[], at: Instant): MarketLevel | undefined {
  const counted = stillOffered(
    prices.filter(
      ({ from, until, tenor, surface }) => from <= at && daysBetween(until, at) <= daysCounted(tenor, surface),
    ),
    at,
  );
  const newest = counted.map(({ from }) => from).reduce((a, b) => (a > b ? a : b), '');
  const latest = counted.filter(({ seller, from }) => seller !== 'published' || from === newest);
  const { listings } = oneListingPerOwner(latest.map((price) => listingOf(price, at)));
  const [first] = latest;
  if (first === undefined) return undefined;
  const { seller, surface, tenor } = first;
  return {
    seller,
    surface,
    tenor,
    price: indexLevel(listings),
    owners: listings.length,
    sources: [...new Set(listings.map(({ source }) => source))].sort(),
    seenAt: listings.map(({ seenAt }) => seenAt).reduce((a, b) => (a > b ? a : b)),
  };
}

/** Leaves out what a seller no longer quoted on the last day on which its source quoted it at all. */
function stillOffered(prices: readonly InMarket[], at: Instant): readonly InMarket[] {
  const dayOfLast = ({ until }: InMarket) => fixingDay(until < at ? until : at);
  const last = new Map<string, Day>();
  for (const price of prices) {
    const key = `${price.source} ${price.venue}`;
    const day = dayOfLast(price);
    if (day > (last.get(key) ?? '')) last.set(key, day);
  }
  return prices.filter((price) => dayOfLast(price) === last.get(`${price.source} ${price.venue}`));
}

const listingOf = ({ source, venue, value, from, until, minGpus, region }: InMarket, at: Instant): Listing => ({
  owner: providerOf(venue)?.owner ?? venue,
  provider: venue,
  source,
  price: value,
  weight: 1,
  observedAt: from,
  seenAt: until < at ? until : at,
  ...(minGpus === undefined ? {} : { minGpus }),
  ...(region === undefined ? {} : { region }),
});

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
