/** What was known before a document: what its source was last believed to say, what it held back, what the sellers say themselves. */
import { firstHandSources, isFirstHand, providerOf } from '@bandgap/catalog';
import { type Artifact, canonicalJson, daysBetween, type Instant, type Quote, type SeriesKey } from '@bandgap/core';
import {
  artifactOf,
  type HeldInDocument,
  heldBefore,
  lastAccepted,
  previousCapture,
  type Query,
  subjectsOfReading,
  valuesBelieved,
  valuesSeenWithin,
} from '@bandgap/db';
import { boardDay, type HeldPrice, listChanges, type PreviousReading, type Source } from '@bandgap/sources';

/** What a seller asked longer ago says nothing about what it asks now. */
const daysFirstHand = 7;

export async function previousReading(
  query: Query,
  source: Source,
  artifact: Artifact,
): Promise<PreviousReading | undefined> {
  const { sourceId, url, fetchedAt } = artifact;
  const previous = await lastAccepted(query, { sourceId, url, before: fetchedAt });
  if (previous === undefined) return undefined;
  const believed = await valuesBelieved(query, { sourceId, knownAt: fetchedAt });
  const values = new Map(believed.map(({ series, value }) => [keyOf(series), value]));
  const reading = {
    quotes: previous.quotes,
    subjects: new Set(await subjectsOfReading(query, previous.captureId)),
    daysAgo: daysBetween(previous.fetchedAt, fetchedAt),
    valueOf: (series: Quote['series']) => values.get(keyOf(series)),
  };
  if (source.commodity === 'llm_api') {
    const unseenSince = await previousCapture(query, { sourceId, url, before: fetchedAt });
    const changes = listChanges(await artifactOf(query, previous.captureId), artifact);
    return {
      ...reading,
      daysUnseen: daysBetween(unseenSince?.fetchedAt ?? previous.fetchedAt, fetchedAt),
      ...(changes && { changes }),
    };
  }
  if (source.commodity === 'news') return reading;
  const held = heldPrices(await heldBefore(query, { sourceId, url, before: fetchedAt }), fetchedAt);
  const heldOf = (series: Quote['series']) => held.get(keyOf(series));
  if (source.commodity === 'memory')
    return { ...reading, heldOf, closeBefore: await closesBefore(query, sourceId, fetchedAt) };
  return {
    ...reading,
    heldOf,
    ...(isFirstHand(sourceId) ? {} : { firstHand: await firstHandPrices(query, fetchedAt) }),
  };
}

type Named = Quote['series'] & Partial<Pick<SeriesKey, 'source'>>;

/** A series within its source. */
const keyOf = ({ source: _, ...series }: Named): string => canonicalJson(series);

/** What the last document held back, with all documents in a row that did. */
function heldPrices(documents: readonly HeldInDocument[], now: Instant): ReadonlyMap<string, HeldPrice> {
  const valuesIn = documents.map(
    ({ fetchedAt, prices }) => [fetchedAt, new Map(prices.map(({ series, value }) => [keyOf(series), value]))] as const,
  );
  const [, newest = new Map<string, number>()] = valuesIn[0] ?? [];
  return new Map(
    [...newest].map(([key, value]) => {
      const broken = valuesIn.findIndex(([, values]) => values.get(key) !== value);
      const inARow = broken < 0 ? valuesIn : valuesIn.slice(0, broken);
      const hoursAgo = inARow.map(([fetchedAt]) => daysBetween(fetchedAt, now) * 24).reverse();
      return [key, { value, hoursAgo }];
    }),
  );
}

/** Enough for the working day before a Monday. */
const daysBack = 4;

/** Prices on spot boards at the end of the day before, of what was seen after its last session. */
async function closesBefore(
  query: Query,
  sourceId: string,
  now: Instant,
): Promise<NonNullable<PreviousReading['closeBefore']>> {
  const { begins, lastSession } = boardDay(now);
  const values = await valuesSeenWithin(query, daysBack, {
    metrics: ['average'],
    terms: { kind: 'memory', basis: 'spot' },
    sources: [sourceId],
    asOf: begins,
    knownAt: now,
    seenUntil: begins,
  });
  const seen = values.filter(({ seenAt }) => seenAt >= lastSession);
  const closes = new Map(seen.map(({ series, value }) => [keyOf(series), value]));
  return ({ series, observedAt = '' }) => (observedAt < begins ? undefined : closes.get(keyOf(series)));
}

/** What sellers that are asked themselves ask for a GPU at a tenor, whatever the region and the size. */
async function firstHandPrices(query: Query, now: Instant): Promise<NonNullable<PreviousReading['firstHand']>> {
  const values = await valuesSeenWithin(query, daysFirstHand, {
    metrics: ['rental'],
    terms: { kind: 'rental' },
    sources: firstHandSources,
    asOf: now,
    knownAt: now,
  });
  const prices = new Map<string, number[]>();
  const asked = values.filter(({ series: { terms } }) => terms.kind !== 'rental' || terms.spotKind !== 'placeholder');
  for (const { series, value } of asked) prices.set(offerOf(series), [...(prices.get(offerOf(series)) ?? []), value]);
  return (series) => prices.get(offerOf(series)) ?? [];
}

const offerOf = ({ subject, venue, terms }: Quote['series']): string =>
  JSON.stringify([subject, providerOf(venue)?.owner ?? venue, terms.kind === 'rental' ? terms.tenor : terms.kind]);
