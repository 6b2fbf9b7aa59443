/** One provider's offer, judged: a listing with a weight, or an exclusion with its reason. */
import { type Provider, rentalSourceClass, type Segment } from '@bandgap/catalog';
import { daysBetween, type Instant, type ObservedInput, type Tenor } from '@bandgap/core';

/** Who owns a provider and how it sells; undefined for one that is not known. */
export type ProviderLookup = (id: string) => Pick<Provider, 'owner' | 'segment'> | undefined;

export interface Listing {
  readonly owner: string;
  readonly provider: string;
  readonly source: string;
  /** USD per GPU-hour. */
  readonly price: number;
  /** 1 while fresh, 0.5 until stale. */
  readonly weight: number;
  readonly observedAt: Instant;
  readonly seenAt: Instant;
  /** Smallest order, where the source says. */
  readonly minGpus?: number;
  readonly region?: string;
  /** A newer document quotes the offer in a way that was not believed, so this price is older than what was last said. */
  readonly withheld?: true;
}

export interface Exclusion {
  readonly provider: string;
  readonly price: number;
  readonly reason:
    | 'unknown_provider'
    | 'reseller'
    | 'other_segment'
    | 'other_tenor'
    | 'not_an_offer'
    | 'not_a_market'
    | 'not_yet_known'
    | 'stale'
    | 'other_listing_of_owner';
}

export interface IndexScope {
  readonly tenor: Tenor;
  readonly segment: Exclude<Segment, 'reseller'> | 'all';
  readonly knownAt: Instant;
  /** From when ages are counted: the fixing, or the moment of an indication. */
  readonly at: Instant;
  readonly providerOf: ProviderLookup;
}

/** Contract lists change rarely, spot prices all the time. */
const freshForDays: Readonly<Record<Tenor, number>> = {
  on_demand: 3,
  serverless: 3,
  spot: 2,
  contract_1y: 3,
  contract_3y: 3,
  contract_5y: 3,
};

const staleAfterDays: Readonly<Record<Tenor, number>> = {
  on_demand: 7,
  serverless: 7,
  spot: 2,
  contract_1y: 45,
  contract_3y: 45,
  contract_5y: 45,
};

export function judgeListing(input: ObservedInput, scope: IndexScope): Listing | Exclusion {
  const { series, value: price, observedAt, seenAt } = input;
  const { source, venue: provider, terms } = series;
  const sourceClass = rentalSourceClass(source);
  const excluded = (reason: Exclusion['reason']): Exclusion => ({ provider, price, reason });

  const known = scope.providerOf(provider);
  if (known === undefined) return excluded('unknown_provider');
  if (known.segment === 'reseller' || sourceClass === 'reseller') return excluded('reseller');
  if (scope.segment !== 'all' && known.segment !== scope.segment) return excluded('other_segment');
  if (terms.kind !== 'rental' || series.unit !== 'USD/GPU-hr') return excluded('not_an_offer');
  if (terms.surface === 'survey' || terms.surface === 'index') return excluded('not_an_offer');
  if (sourceClass === 'assessed') return excluded('not_an_offer');
  if (terms.tenor !== scope.tenor) return excluded('other_tenor');
  if ((terms.spotKind ?? 'market') !== 'market') return excluded('not_a_market');
  if (input.recordedAt > scope.knownAt) return excluded('not_yet_known');

  const age = daysBetween(seenAt, scope.at);
  if (age > staleAfterDays[scope.tenor]) return excluded('stale');
  const weight = age <= freshForDays[scope.tenor] ? 1 : 0.5;
  return {
    owner: known.owner,
    provider,
    source,
    price,
    weight,
    observedAt,
    seenAt,
    ...(terms.minGpus === undefined ? {} : { minGpus: terms.minGpus }),
    ...(terms.region === undefined ? {} : { region: terms.region }),
    ...(input.role === 'withheld' ? { withheld: true } : {}),
  };
}
