/** Where the memory reference prices were read. */

/** A: read on the publisher's page or a dated capture of it. B: one step removed. C: relayed by the press. */
export type Confidence = 'A' | 'B' | 'C';

export interface MemoryCitation {
  /** Who collected the price, whoever relays it. */
  readonly publisher: 'dramexchange' | 'trendforce' | 'memorymarket' | 'counterpoint' | 'semianalysis' | 'press';
  readonly source: string;
  readonly url?: string;
  readonly confidence: Confidence;
}

/** The home page as the Internet Archive kept it; the day is that of the capture. */
export const captured = (stamp: string): MemoryCitation => ({
  publisher: 'dramexchange',
  source: 'DRAMeXchange, home page, kept by the Internet Archive',
  url: `https://web.archive.org/web/${stamp}id_/https://www.dramexchange.com/`,
  confidence: 'A',
});

export const capturedContracts = (stamp: string): MemoryCitation => ({
  publisher: 'dramexchange',
  source: 'DRAMeXchange, national DRAM contract prices, kept by the Internet Archive',
  url: `https://web.archive.org/web/${stamp}id_/https://www.dramexchange.com/Home/HomePrice?Source=NationalDramContract`,
  confidence: 'B',
});

export const homePage: MemoryCitation = {
  publisher: 'dramexchange',
  source: 'DRAMeXchange, home page',
  url: 'https://www.dramexchange.com/',
  confidence: 'A',
};

export const spotTable: MemoryCitation = {
  publisher: 'trendforce',
  source: 'TrendForce, DRAM spot prices',
  url: 'https://www.trendforce.com/price/dram/dram_spot',
  confidence: 'A',
};

export const contractTable: MemoryCitation = {
  publisher: 'trendforce',
  source: 'TrendForce, DRAM contract prices',
  url: 'https://www.trendforce.com/price/dram/dram_contract',
  confidence: 'A',
};

export const priceOverview: MemoryCitation = {
  publisher: 'trendforce',
  source: 'TrendForce, price overview',
  url: 'https://www.trendforce.com/price',
  confidence: 'B',
};

/** TrendForce prices at the end of a month, for large customers. */
export const koreanPress: MemoryCitation = {
  publisher: 'trendforce',
  source: 'TrendForce month-end fixed prices, relayed by the Korean press',
  confidence: 'C',
};

export const memoryMarket = (table: 'rdimm' | 'lpddr'): MemoryCitation => ({
  publisher: 'memorymarket',
  source: 'China Flash Market, MemoryMarket weekly prices',
  url: `https://www.memorymarket.com/price/${table}`,
  confidence: 'A',
});
