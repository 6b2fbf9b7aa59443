/** What a price list in JSON holds, whoever sells it: the entries that have prices, and each of their prices as it is written. */
import type { Artifact } from '@bandgap/core';
import { isJsonObject, jsonDocument } from '../documents/json-document.ts';

/** How a list differs from the version before it. */
export interface ListChanges {
  /** Entries in the version before. */
  readonly entries: number;
  readonly lost: readonly string[];
  /** Prices of entries in both versions that have another value or none. */
  readonly changed: number;
}

/** Undefined where either version is no list in JSON that names what it prices. */
export function listChanges(before: Artifact, after: Artifact): ListChanges | undefined {
  const [earlier, later] = [pricesByEntry(before), pricesByEntry(after)];
  if (earlier === undefined || later === undefined) return undefined;
  const lost: string[] = [];
  let changed = 0;
  for (const [entry, prices] of earlier) {
    const now = later.get(entry);
    if (now === undefined) lost.push(entry.slice(1));
    else for (const [path, price] of prices) if (price !== 0 && now.get(path) !== price) changed += 1;
  }
  return { entries: earlier.size, lost, changed };
}

type Prices = Map<string, number>;

function pricesByEntry(artifact: Artifact): ReadonlyMap<string, Prices> | undefined {
  const entries = new Map<string, Prices>();
  collect(entries, jsonOrNothing(artifact), { entry: '', path: '', priced: false, depth: 0 });
  return entries.size === 0 ? undefined : entries;
}

function jsonOrNothing(artifact: Artifact): unknown {
  try {
    return jsonDocument(artifact);
  } catch {
    return undefined;
  }
}

interface Place {
  readonly entry: string;
  /** Below the entry. */
  readonly path: string;
  readonly priced: boolean;
  readonly depth: number;
}

const speaksOfPrices = /cost|pric/i;
/** Price lists nest to a depth of eight. */
const deepest = 16;

/** An entry is what has an id in a list, or else the object in which a key speaks of prices. */
function collect(entries: Map<string, Prices>, value: unknown, place: Place): void {
  const { entry, path, priced } = place;
  const depth = place.depth + 1;
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (isJsonObject(item) && typeof item.id === 'string')
        collect(entries, item, { entry: `${entry}/${item.id}`, path: '', priced, depth });
      else if (priced) collect(entries, item, { entry, path: `${path}/${index}`, priced, depth });
    }
  } else if (isJsonObject(value)) {
    for (const key of Object.keys(value)) {
      if (priced) collect(entries, value[key], { entry, path: `${path}/${key}`, priced, depth });
      else if (speaksOfPrices.test(key))
        collect(entries, value[key], { entry: `${entry}${path}`, path: `/${key}`, priced: true, depth });
      else collect(entries, value[key], { entry, path: `${path}/${key}`, priced, depth });
    }
  } else if (priced && isNumber(value)) {
    const prices = entries.get(entry) ?? new Map<string, number>();
    entries.set(entry, prices.set(path, Number(value)));
  }
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && Number.isFinite(Number(value)));
