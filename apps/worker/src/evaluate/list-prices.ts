/** What sources say a lab itself charges for its models, in force and still said at an instant. */
import { listPriceVoters } from '@bandgap/catalog';
import type { Instant, Terms } from '@bandgap/core';
import { type Query, type ValueInForce, valuesStillQuoted } from '@bandgap/db';
import { tokenMeters } from '@bandgap/views';

const standard = { kind: 'token', tier: 'standard', contextFrom: 0 } as const;

/** By model. */
export async function listPrices(
  query: Query,
  models: readonly string[],
  knownAt: Instant,
): Promise<ReadonlyMap<string, readonly ValueInForce[]>> {
  const subjects = [...new Set(models)];
  const values = await valuesStillQuoted(query, {
    subjects,
    metrics: tokenMeters,
    terms: standard,
    asOf: knownAt,
    knownAt,
  });
  const byModel = new Map<string, ValueInForce[]>();
  for (const value of values.filter(isListPrice)) {
    const { subject } = value.series;
    byModel.set(subject, [...(byModel.get(subject) ?? []), value]);
  }
  return byModel;
}

const isListPrice = ({ series: { source, subject, venue, terms } }: ValueInForce): boolean =>
  listPriceVoters.has(source) && subject.startsWith(`${venue}/`) && onListTerms(terms);

/** For any prompt, at any hour, anywhere and in force: what a night, a region or a promise costs is not the list price. */
export const onListTerms = (terms: Terms): boolean =>
  terms.kind === 'token' &&
  terms.tier === 'standard' &&
  terms.contextFrom === 0 &&
  [terms.window, terms.region, terms.listing, terms.validFrom].every((restriction) => restriction === undefined);
