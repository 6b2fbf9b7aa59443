/** What a GPU-hour costs on each of its terms, and how far its markets are apart over time. */
import { gpuFromName, gpus, indexDefinitions } from '@bandgap/catalog';
import { addDays, type Day, dayOf, fixingOf, median } from '@bandgap/core';
import { type Query, type QuotedSpell, rentalHistory } from '@bandgap/db';
import {
  type Basis,
  basis,
  FEWEST_OWNERS,
  levelsAt,
  type MarketLevel,
  type MarketTerms,
  type QuotedPrice,
  type TermRatio,
  tenorsInOrder,
  termRatio,
  termStructure,
} from '@bandgap/models';
import { mayPublish } from '@bandgap/sources';

export interface TermStructure {
  readonly gpu: string;
  readonly name: string;
  /** The names under which sellers list it. */
  readonly subjects: readonly string[];
  readonly markets: readonly Market[];
  /** Tenors that nobody quotes. */
  readonly missing: readonly MarketTerms['tenor'][];
  /** Each market against that of the neoclouds at its own tenor, or against the first there is. */
  readonly basis: readonly Basis[];
  /** The markets on demand, day by day. */
  readonly history: readonly MarketHistory[];
  readonly publishable: boolean;
}

/** A market at its newest date. */
export interface Market extends MarketLevel {
  readonly day: Day;
  /** To the price on demand of the same sellers; absent where they have none, or where it is that price. */
  readonly toOnDemand?: TermRatio;
}

export interface MarketHistory extends MarketTerms {
  readonly points: readonly MarketPoint[];
}

export interface MarketPoint {
  readonly day: Day;
  readonly value: number;
  readonly owners: number;
}

/** Undefined for what is no GPU of the catalog. */
export async function readTermStructure(query: Query, gpu: string): Promise<TermStructure | undefined> {
  const known = subjectsOf(gpu);
  if (known === undefined) return undefined;
  const spells = await rentalHistory(query, known.subjects);
  const prices = spells.flatMap(quotedPrice);
  const levels = termStructure(prices);
  return {
    ...known,
    markets: levels.map((level) => marketOf(level, levels)),
    missing: tenorsInOrder.filter((tenor) => !levels.some((level) => level.tenor === tenor)),
    basis: levels.flatMap((level) => basisOf(level, levels)),
    history: historyOf(prices.filter(({ tenor }) => tenor === 'on_demand')),
    publishable: levels.every(({ sources }) => sources.every((source) => mayPublish(source))),
  };
}

/** An index says under which names its GPU is listed. */
function subjectsOf(asked: string): Pick<TermStructure, 'gpu' | 'name' | 'subjects'> | undefined {
  const definition = indexDefinitions.find(({ id }) => id.startsWith(`${asked}/`));
  const id = gpuFromName(asked);
  const name = gpus.find((gpu) => gpu.id === (definition?.gpus[0] ?? id))?.name;
  if (definition !== undefined) return { gpu: asked, name: asked.toUpperCase(), subjects: definition.gpus };
  return id === undefined ? undefined : { gpu: id, name: name ?? id, subjects: [id] };
}

function quotedPrice({ series, value, from, until }: QuotedSpell): readonly QuotedPrice[] {
  const { source, venue, terms } = series;
  if (terms.kind !== 'rental' || (terms.spotKind ?? 'market') !== 'market') return [];
  const { tenor, surface, minGpus, region } = terms;
  return [
    {
      source,
      venue,
      tenor,
      surface,
      value,
      from,
      until,
      ...(minGpus === undefined ? {} : { minGpus }),
      ...(region === undefined ? {} : { region }),
    },
  ];
}

function marketOf(level: MarketLevel, levels: readonly MarketLevel[]): Market {
  const dated = { ...level, day: dayOf(level.seenAt) };
  const onDemand = levels.find(({ seller, tenor }) => seller === level.seller && tenor === 'on_demand');
  if (onDemand === undefined || level.seller === 'published' || level.tenor === 'on_demand') return dated;
  return { ...dated, toOnDemand: termRatio(level, onDemand) };
}

function basisOf(level: MarketLevel, levels: readonly MarketLevel[]): readonly Basis[] {
  const ofTenor = levels.filter(({ tenor }) => tenor === level.tenor);
  const ofNeoclouds = ofTenor.filter(({ seller }) => seller === 'neocloud');
  const over = ofNeoclouds.find(({ surface }) => surface === 'list') ?? ofNeoclouds[0] ?? ofTenor[0];
  return over === undefined || over === level ? [] : [basis(level, over)];
}

/** A panel that shrinks below this share of its usual size says more about who is missing than about prices. */
const smallestPanel = 0.6;
const daysUsual = 14;

/** The levels at the fixing of each day, from the first with two markets to the last. */
function historyOf(prices: readonly QuotedPrice[]): readonly MarketHistory[] {
  const histories = new Map<string, { readonly terms: MarketTerms; readonly points: MarketPoint[] }>();
  const first = prices.map(({ from }) => dayOf(from)).reduce((a, b) => (a < b ? a : b), '9999');
  const last = prices.map(({ until }) => dayOf(until)).reduce((a, b) => (a > b ? a : b), '');
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const levels = levelsAt(prices, fixingOf(day));
    if (histories.size === 0 && levels.length < 2) continue;
    for (const { seller, surface, tenor, price: value, owners } of levels) {
      const key = `${seller} ${surface}`;
      const { terms, points } = histories.get(key) ?? { terms: { seller, surface, tenor }, points: [] };
      if (owners >= fewestOwners(points)) points.push({ day, value, owners });
      histories.set(key, { terms, points });
    }
  }
  return [...histories.values()].map(({ terms, points }) => ({ ...terms, points }));
}

/** A market that usually has enough owners for an index is not drawn from fewer. */
function fewestOwners(points: readonly MarketPoint[]): number {
  const counts = points.slice(-daysUsual).map(({ owners }) => owners);
  const usual = median(counts);
  return Math.max(smallestPanel * usual, Math.min(FEWEST_OWNERS, usual));
}
