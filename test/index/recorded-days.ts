/** Recorded days of rental prices, read and judged one after the other, and the index of what each day says. */
import { readFileSync } from 'node:fs';
import { type IndexDefinition, indexDefinitions, providerOf } from '@bandgap/catalog';
import {
  type Artifact,
  addMinutes,
  canonicalJson,
  type Day,
  dayOf,
  daysBetween,
  fixingOf,
  type Instant,
  type ObservedInput,
  type Quote,
  quote,
  startOf,
} from '@bandgap/core';
import { judgeListing, type PreviousFixing, type RentalIndex, rentalIndex } from '@bandgap/models';
import { type HeldPrice, judge, type PreviousReading, readDocument, type Source, type Verdict } from '@bandgap/sources';
import { sharedRecordings } from '../support/recordings.ts';

export interface RecordedDay {
  readonly day: Day;
  readonly verdict: Verdict;
  /** What is on offer: all that a seller that was read that day asks, and what the others asked last. */
  readonly offers: readonly ObservedInput[];
}

interface Recording {
  readonly source: string;
  readonly url: string;
  readonly fetchedAt: string;
  readonly contentType: string;
  readonly file: string;
}

const fileOf = (path: string) => readFileSync(`${sharedRecordings}/${path}`);

function recordingsOf({ id }: Source): readonly Artifact[] {
  const replay = JSON.parse(fileOf('replay.json').toString()) as readonly Recording[];
  return replay
    .filter(({ source }) => source === id)
    .map(({ url, fetchedAt, contentType, file }) => ({
      sourceId: id,
      url,
      fetchedAt,
      contentType,
      bytes: fileOf(file),
    }));
}

/** Each document is compared with all that was believed and held before it; a price that is held keeps the one before in force. */
export function judgedDays(source: Source): readonly RecordedDay[] {
  const believed = new Map<string, number>();
  let held = new Map<string, { readonly value: number; readonly quotedAt: readonly Instant[] }>();
  let quotes: number | undefined;
  let offers: readonly ObservedInput[] = [];
  return recordingsOf(source).map((artifact) => {
    const heldOf = (series: Quote['series']): HeldPrice | undefined => {
      const { value, quotedAt = [] } = held.get(canonicalJson(series)) ?? {};
      const hoursAgo = quotedAt.map((each) => daysBetween(each, artifact.fetchedAt) * 24);
      return value === undefined ? undefined : { value, hoursAgo };
    };
    const lastBelieved = (series: Quote['series']) => believed.get(canonicalJson(series));
    const previous = quotes === undefined ? undefined : { quotes, valueOf: lastBelieved, heldOf };
    const verdict = judge(source, readDocument(source, artifact), previous);
    const day = dayOf(artifact.fetchedAt);
    if (verdict.kind === 'accepted') {
      quotes = verdict.quotes.length;
      for (const { series, value } of verdict.quotes) believed.set(canonicalJson(series), value);
      held = new Map(
        verdict.held.map(({ quote: { series, value } }) => {
          const before = held.get(canonicalJson(series));
          const quotedAt = before?.value === value ? before.quotedAt : [];
          return [canonicalJson(series), { value, quotedAt: [...quotedAt, artifact.fetchedAt] }];
        }),
      );
      const read = new Set(verdict.quotes.map(({ series }) => series.venue));
      const stillInForce = offers.flatMap((offer) => {
        const { source: _, ...series } = offer.series;
        if (held.has(canonicalJson(series))) return [{ ...offer, role: 'withheld' }];
        return read.has(series.venue) ? [] : [offer];
      });
      offers = [...stillInForce, ...offersOn(day, verdict.quotes)];
    }
    return { day, verdict, offers };
  });
}

export function readingOf(quotes: readonly Quote[]): PreviousReading {
  const values = new Map(quotes.map(({ series, value }) => [canonicalJson(series), value]));
  return { quotes: quotes.length, valueOf: (series) => values.get(canonicalJson(series)) };
}

/** Spellings of getdeploying.com. */
const venues: ReadonlyMap<string, string> = new Map([
  ['massed compute', 'massedcompute'],
  ['oracle', 'oci'],
  ['thunder', 'thundercompute'],
  ['vast.ai', 'vast'],
]);

/** On-demand prices of the H100 SXM as an aggregator had them, by day. */
export function aggregatorDays(file: string): ReadonlyMap<Day, readonly Quote[]> {
  const days = new Map<Day, Quote[]>();
  for (const line of fileOf(`gpu/aggregator-panel/${file}`).toString().trim().split('\n').slice(1)) {
    const [day = '', provider = '', gpu, count, , type, , median] = line.split(',');
    if (gpu !== 'H100_SXM' || type !== 'on_demand') continue;
    const terms = { kind: 'rental', surface: 'list', tenor: 'on_demand', minGpus: Number(count) } as const;
    const venue = venues.get(provider) ?? provider;
    const series = { subject: 'h100-sxm', metric: 'rental', venue, terms, unit: 'USD/GPU-hr' } as const;
    days.set(day, [
      ...(days.get(day) ?? []),
      quote({ series, value: Number(median), at: `${day} ${provider} x${count}` }),
    ]);
  }
  return days;
}

export function definitionOf(gpu: string): IndexDefinition {
  const id = `${gpu}/on_demand/neocloud`;
  const definition = indexDefinitions.find((each) => each.id === id);
  if (definition === undefined) throw new Error(`expected the index ${id}`);
  return definition;
}

export function fixingOn(
  day: Day,
  offers: readonly ObservedInput[],
  gpu: string,
  previous?: PreviousFixing,
): RentalIndex {
  const { gpus, tenor } = definitionOf(gpu);
  const scope = { tenor, segment: 'neocloud', knownAt: fixingOf(day), at: fixingOf(day), providerOf } as const;
  const ofGpu = offers.filter(({ series }) => gpus.includes(series.subject));
  return rentalIndex(
    ofGpu.map((offer) => judgeListing(offer, scope)),
    previous,
  );
}

export const offersOn = (day: Day, quotes: readonly Quote[]): readonly ObservedInput[] =>
  quotes.map(({ series, value }) => {
    const now = addMinutes(startOf(day), 12 * 60);
    const times = { observedAt: now, recordedAt: now, seenAt: now };
    return { kind: 'observation', role: 'constituent', series: { ...series, source: 'recorded' }, value, ...times };
  });

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
