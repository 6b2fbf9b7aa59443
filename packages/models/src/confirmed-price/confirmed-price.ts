/** What a lab charges for one meter, by the agreement of sources that do not copy one another. */
import { addMinutes, type Instant } from '@bandgap/core';

/** What one source says the lab's list price is. */
export interface ListPrice {
  readonly source: string;
  /** Whether the source is the lab's own page. */
  readonly firstHand: boolean;
  /** USD per million tokens. */
  readonly price: number;
  /** Since when the source has said so. */
  readonly since: Instant;
}

export interface Candidate {
  readonly price: number;
  readonly sources: readonly string[];
}

export type ConfirmedPrice =
  | {
      readonly status: 'confirmed';
      readonly price: number;
      readonly agree: readonly string[];
      readonly disagree: readonly Candidate[];
    }
  | { readonly status: 'pending'; readonly candidates: readonly Candidate[] };

/** How long the lab's own page has to say something that nobody else says yet. */
export const hoursAlone = 24;

/**
 * A price is confirmed once two sources say it, or the lab's own page has said it for 24 hours. Of several, the one on the lab's page
 * counts; where the page is not read, the one confirmed last. Against the lab's own page nothing is confirmed.
 */
export function confirmedPrice(listPrices: readonly ListPrice[], asOf: Instant): ConfirmedPrice {
  const camps = campsOf(listPrices);
  const page = camps.find(({ firstHand }) => firstHand);
  const confirmed = (page === undefined ? camps : [page])
    .flatMap((camp) => {
      const since = confirmedSince(camp);
      return since !== undefined && since <= asOf ? [{ ...camp, since }] : [];
    })
    .sort((a, b) => compare(b.since, a.since) || b.members.length - a.members.length);

  const [winner, runnerUp] = confirmed;
  if (winner === undefined || (runnerUp?.since === winner.since && runnerUp.members.length === winner.members.length))
    return { status: 'pending', candidates: camps.map(candidate) };
  const others = camps.filter(({ price }) => price !== winner.price);
  return {
    status: 'confirmed',
    price: winner.price,
    agree: candidate(winner).sources,
    disagree: others.map(candidate),
  };
}

/** Sources that say the same, earliest first. */
interface Camp {
  readonly price: number;
  readonly firstHand: boolean;
  readonly members: readonly ListPrice[];
}

const campsOf = (listPrices: readonly ListPrice[]): readonly Camp[] =>
  [...new Set(listPrices.map(({ price }) => price))].map((price) => {
    const members = listPrices.filter((each) => each.price === price).toSorted((a, b) => compare(a.since, b.since));
    return { price, firstHand: members.some(({ firstHand }) => firstHand), members };
  });

function confirmedSince({ members }: Camp): Instant | undefined {
  const [, second] = members;
  const page = members.find(({ firstHand }) => firstHand);
  const alone = page === undefined ? undefined : addMinutes(page.since, hoursAlone * 60);
  return [second?.since, alone].filter((instant) => instant !== undefined).toSorted()[0];
}

const candidate = ({ price, members }: Camp): Candidate => ({
  price,
  sources: members.map(({ source }) => source).toSorted(),
});

const compare = (a: Instant, b: Instant) => (a < b ? -1 : a > b ? 1 : 0);
