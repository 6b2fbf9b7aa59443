/** The basis: how far two markets for the same GPU at one tenor are apart. They are unlike, so what is shown says which two they are. */
import { ModelError } from '../model-error.ts';
import type { MarketLevel, MarketTerms } from './term-structure.ts';

export interface Basis {
  /** `marketplace asks over neocloud list, on demand` */
  readonly label: string;
  readonly market: MarketTerms;
  readonly over: MarketTerms;
  /** USD per GPU-hour, the first less the second. */
  readonly difference: number;
  readonly ratio: number;
}

/** Throws a ModelError where the two are of different tenors: that is a ratio of terms, not a basis. */
export function basis(market: MarketLevel, over: MarketLevel): Basis {
  if (market.tenor !== over.tenor)
    throw new ModelError('conflicting_fields', `tenor: expected one, was ${market.tenor} and ${over.tenor}`, {
      market,
      over,
    });
  return { ...apart(market, over), label: `${inWords(market)} over ${inWords(over)}, ${tenorInWords(over)}` };
}

export interface TermRatio {
  /** `neocloud list, one-year contract, over on demand` */
  readonly label: string;
  readonly ratio: number;
}

/** What one tenor costs as a share of another in the same market. */
export function termRatio(level: MarketLevel, over: MarketLevel): TermRatio {
  if (level.seller !== over.seller)
    throw new ModelError('conflicting_fields', `seller: expected one, was ${level.seller} and ${over.seller}`, {
      level,
      over,
    });
  return {
    label: `${inWords(level)}, ${tenorInWords(level)}, over ${inWords(over)}, ${tenorInWords(over)}`,
    ratio: level.price / over.price,
  };
}

const apart = (market: MarketLevel, over: MarketLevel) => ({
  market: termsOf(market),
  over: termsOf(over),
  difference: market.price - over.price,
  ratio: market.price / over.price,
});

const termsOf = ({ seller, surface, tenor }: MarketTerms): MarketTerms => ({ seller, surface, tenor });

const surfaces: Readonly<Record<MarketTerms['surface'], string>> = {
  list: 'list',
  marketplace: 'asks',
  transacted: 'signed contracts',
  survey: 'survey',
  index: 'index',
};

/** `neocloud list`, `published survey`. */
export const inWords = ({ seller, surface }: MarketTerms): string => `${seller} ${surfaces[surface]}`;

const tenors: Readonly<Record<MarketTerms['tenor'], string>> = {
  spot: 'spot',
  serverless: 'serverless',
  on_demand: 'on demand',
  contract_1y: '1 year',
  contract_3y: '3 years',
  contract_5y: '5 years',
};

export const tenorInWords = ({ tenor }: Pick<MarketTerms, 'tenor'>): string => tenors[tenor];
