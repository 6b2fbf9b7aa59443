/** A stored run of the rental index as a point of its history, and as the list of what it was made of. */
import { dayOf, fixingOf, type RunInput } from '@bandgap/core';
import type { StoredRun } from '@bandgap/db';
import type { Listing } from '@bandgap/models';
import type { DatedIndexPoint, Fixing } from './readers.ts';
import { IndexOutput } from './run-outputs.ts';

export function indexPoint({ asOf, knownAt, receipt, output }: StoredRun): DatedIndexPoint {
  const { pricePerGpuHour: value, low, high, n, confidence } = IndexOutput.parse(output);
  const day = dayOf(asOf);
  return { day, value, low, high, confidence, n, fixed: knownAt === fixingOf(day), receipt };
}

export function fixingOfRun({ asOf, knownAt, receipt, inputs, output }: StoredRun): Fixing {
  const { reason, constituents, excluded } = IndexOutput.parse(output);
  const findInput = inputFinder(inputs);
  const withInput = <L extends Priced>(listing: L) => ({ ...listing, input: findInput(listing) });
  return {
    day: dayOf(asOf),
    knownAt,
    receipt,
    ...(reason === undefined ? {} : { reason }),
    constituents: constituents.map(withInput),
    excluded: excluded.map(withInput),
  };
}

type Priced = Pick<Listing, 'provider' | 'price'>;

/** Which input of the run a listing was judged from, each input once; -1 where none has its provider and price. */
function inputFinder(inputs: readonly RunInput[]): (listing: Priced) => number {
  const taken = new Set<number>();
  return ({ provider, price }) => {
    const found = inputs.findIndex(
      (input, position) =>
        !taken.has(position) &&
        input.kind === 'observation' &&
        input.series.venue === provider &&
        input.value === price,
    );
    taken.add(found);
    return found;
  };
}
