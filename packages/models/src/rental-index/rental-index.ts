/** The Bandgap Rental Index: one robust price per GPU-hour over the owners who offer it. */
import { type Confidence, confidenceOf, FEWEST_OWNERS } from './confidence.ts';
import { indexLevel, leaveOneOutBand } from './index-level.ts';
import { type Linked, linkTo, type PanelPrice, unlinked } from './linked-index.ts';
import type { Exclusion, Listing } from './listing.ts';
import { type Constituent, oneListingPerOwner } from './owner-listings.ts';
import { weightedQuantile } from './weighted-quantile.ts';

/** What a fixing takes from the one before it. */
export interface PreviousFixing extends Linked {
  readonly recentCounts: readonly number[];
}

/** Prices in USD per GPU-hour, null where there are too few owners. */
export interface RentalIndex extends PreviousFixing {
  readonly pricePerGpuHour: number | null;
  readonly reason?: string;
  /** Owners counted. */
  readonly n: number;
  readonly confidence: Confidence;
  /** The band of the index with any one owner left out. */
  readonly low: number | null;
  readonly high: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly linked: number | null;
  readonly panel: readonly PanelPrice[];
  readonly constituents: readonly Constituent[];
  readonly excluded: readonly Exclusion[];
  /** Owners counted at the last fixings, this one last. */
  readonly recentCounts: readonly number[];
}

const COUNTS_KEPT = 14;
const noFixing: PreviousFixing = { ...unlinked, recentCounts: [] };

export function rentalIndex(
  judged: readonly (Listing | Exclusion)[],
  previous: PreviousFixing = noFixing,
): RentalIndex {
  const folded = oneListingPerOwner(judged.filter((each) => 'owner' in each));
  const excluded = [...judged.filter((each) => 'reason' in each), ...folded.excluded].sort(byProvider);
  const { listings } = folded;
  const n = listings.length;
  return {
    ...levels(listings, previous.recentCounts),
    n,
    ...linkTo(previous, listings),
    constituents: listings,
    excluded,
    recentCounts: [...previous.recentCounts, n].slice(-COUNTS_KEPT),
  };
}

type Levels = Pick<
  RentalIndex,
  'pricePerGpuHour' | 'reason' | 'confidence' | 'low' | 'high' | 'q1' | 'q3' | 'min' | 'max'
>;

const noLevels = { pricePerGpuHour: null, low: null, high: null, q1: null, q3: null, min: null, max: null };

function levels(listings: readonly Listing[], recentCounts: readonly number[]): Levels {
  const owners = listings.length;
  const reason = `expected at least ${FEWEST_OWNERS} owners, was ${owners}`;
  if (owners < FEWEST_OWNERS) return { ...noLevels, reason, confidence: 'insufficient' };

  const pricePerGpuHour = indexLevel(listings);
  const band = leaveOneOutBand(listings);
  const prices = listings.map(({ price }) => price);
  const withheld = listings.filter((listing) => listing.withheld).length;
  return {
    pricePerGpuHour,
    confidence: confidenceOf({ level: pricePerGpuHour, band, owners, withheld, recentCounts }),
    ...band,
    q1: weightedQuantile(listings, 0.25),
    q3: weightedQuantile(listings, 0.75),
    min: Math.min(...prices),
    max: Math.max(...prices),
  };
}

const byProvider = (a: Exclusion, b: Exclusion): number =>
  a.provider === b.provider ? a.price - b.price || compare(a.reason, b.reason) : compare(a.provider, b.provider);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
