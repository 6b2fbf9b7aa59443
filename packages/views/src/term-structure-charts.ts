/** What the term structure of a GPU gives its two charts to draw. */
import type { BasisChart, TermStructureChart } from '@bandgap/charts';
import { inWords, tenorInWords } from '@bandgap/models';
import type { Market, TermStructure } from './term-structure-reader.ts';

const unit = 'USD/GPU-hr';
const tenors = ['spot', 'on_demand', 'contract_1y', 'contract_3y', 'contract_5y'] as const;

/** Serverless use is another good, and has no place among the terms. */
export function termStructureInput({ name, markets }: TermStructure): TermStructureChart {
  const sellers = new Map<string, Market[]>();
  for (const market of markets) sellers.set(lineOf(market), [...(sellers.get(lineOf(market)) ?? []), market]);
  return {
    title: `${name}: rent by how long the buyer is bound`,
    unit,
    tenors: tenors.map((tenor) => tenorInWords({ tenor })),
    lines: [...sellers].map(([label, ofSeller]) => ({
      label,
      points: tenors.flatMap((tenor, index) =>
        ofSeller
          .filter((market) => market.tenor === tenor)
          .map(({ price, owners, day }) => ({ tenor: index, price, owners, day })),
      ),
    })),
  };
}

/** Spot prices are asks and firm ones lists; of clouds they make one line. Marketplaces have both, and a survey is of its own kind. */
const lineOf = (market: Market): string =>
  market.seller === 'neocloud' || market.seller === 'hyperscaler' ? `${market.seller}s` : inWords(market);

export const basisInput = ({ name, history }: TermStructure): BasisChart => ({
  title: `${name} on demand: how far its markets are apart`,
  unit,
  lines: [...history]
    .sort((a, b) => Number(b.seller === 'neocloud') - Number(a.seller === 'neocloud'))
    .map(({ points, ...terms }) => ({ label: inWords(terms), points })),
});
