/** Every source, one line each. */
import type { Source } from './define-source.ts';
import { dramexchange } from './dramexchange/index.ts';
import { genaiPrices } from './genai-prices/index.ts';
import { gpurentalprices } from './gpurentalprices/index.ts';
import { litellm } from './litellm/index.ts';
import { memoryReference } from './memory-reference/index.ts';
import { rentalReference } from './rental-reference/index.ts';
import { trendforceFeed } from './trendforce-feed/index.ts';

export const sources: readonly Source[] = [
  litellm,
  genaiPrices,
  gpurentalprices,
  rentalReference,
  dramexchange,
  memoryReference,
  trendforceFeed,
];

export const sourceById = (id: string): Source | undefined => sources.find((source) => source.id === id);
