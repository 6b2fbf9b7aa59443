/** Which markets of a GPU have no basis to its neocloud list on demand: the model refuses to compare them. */
import { basis, inWords, type MarketLevel, ModelError, tenorInWords } from '@bandgap/models';

export interface Refused {
  readonly market: string;
  readonly over: string;
}

export function refusals(markets: readonly MarketLevel[]): readonly Refused[] {
  const base = markets.find(
    ({ seller, surface, tenor }) => seller === 'neocloud' && surface === 'list' && tenor === 'on_demand',
  );
  if (base === undefined) return [];
  return markets
    .filter((market) => isRefused(market, base))
    .map((market) => ({ market: named(market), over: named(base) }));
}

function isRefused(market: MarketLevel, over: MarketLevel): boolean {
  try {
    basis(market, over);
    return false;
  } catch (error) {
    if (error instanceof ModelError) return true;
    throw error;
  }
}

const named = (market: MarketLevel): string => `${inWords(market)}, ${tenorInWords(market)}`;
