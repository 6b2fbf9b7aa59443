/** Which markets of a GPU have no basis to its neocloud list on demand, and why, in the words of the model that refuses. */
import { basis, inWords, type MarketLevel, ModelError, tenorInWords } from '@bandgap/models';

export interface Refused {
  readonly market: string;
  readonly over: string;
  readonly why: string;
}

export function refusals(markets: readonly MarketLevel[]): readonly Refused[] {
  const base = markets.find(
    ({ seller, surface, tenor }) => seller === 'neocloud' && surface === 'list' && tenor === 'on_demand',
  );
  if (base === undefined) return [];
  return markets.flatMap((market): readonly Refused[] => {
    const why = refusalOf(market, base);
    return why === undefined ? [] : [{ market: named(market), over: named(base), why }];
  });
}

function refusalOf(market: MarketLevel, over: MarketLevel): string | undefined {
  try {
    basis(market, over);
    return undefined;
  } catch (error) {
    if (error instanceof ModelError) return error.message;
    throw error;
  }
}

const named = (market: MarketLevel): string => `${inWords(market)}, ${tenorInWords(market)}`;
