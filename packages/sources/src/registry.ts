/** Every source, one line each. */

import { isPublishable, type Source } from './define-source.ts';
import { akash } from './gpu/akash/index.ts';
import { awsBulk } from './gpu/aws-bulk/index.ts';
import { awsSpot } from './gpu/aws-spot/index.ts';
import { azureRetail } from './gpu/azure-retail/index.ts';
import { coreweave } from './gpu/coreweave/index.ts';
import { cyclenerdGcp } from './gpu/cyclenerd-gcp/index.ts';
import { gcpBilling } from './gpu/gcp-billing/index.ts';
import { gpuhunt } from './gpu/gpuhunt/index.ts';
import { gpurentalprices } from './gpu/gpurentalprices/index.ts';
import { hyperbolic } from './gpu/hyperbolic/index.ts';
import { hyperstack } from './gpu/hyperstack/index.ts';
import { lambda } from './gpu/lambda/index.ts';
import { oci } from './gpu/oci/index.ts';
import { ornn } from './gpu/ornn/index.ts';
import { primeIntellect } from './gpu/prime-intellect/index.ts';
import { rentalImport } from './gpu/rental-import/index.ts';
import { rentalReference } from './gpu/rental-reference/index.ts';
import { runpod } from './gpu/runpod/index.ts';
import { sfCompute } from './gpu/sf-compute/index.ts';
import { shadeform } from './gpu/shadeform/index.ts';
import { skypilot } from './gpu/skypilot/index.ts';
import { vast } from './gpu/vast/index.ts';
import { verda } from './gpu/verda/index.ts';
import { verdaApi } from './gpu/verda-api/index.ts';
import { voltagePark } from './gpu/voltage-park/index.ts';
import { vultr } from './gpu/vultr/index.ts';
import { anthropic } from './llm/anthropic/index.ts';
import { artificialAnalysis } from './llm/artificial-analysis/index.ts';
import { awsBedrock } from './llm/aws-bedrock/index.ts';
import { azureOpenai } from './llm/azure-openai/index.ts';
import { deepseek } from './llm/deepseek/index.ts';
import { genaiPrices } from './llm/genai-prices/index.ts';
import { kimi } from './llm/kimi/index.ts';
import { litellm } from './llm/litellm/index.ts';
import { modelsDev } from './llm/models-dev/index.ts';
import { openai } from './llm/openai/index.ts';
import { openrouter } from './llm/openrouter/index.ts';
import { openrouterEndpoints } from './llm/openrouter-endpoints/index.ts';
import { portkey } from './llm/portkey/index.ts';
import { simonw } from './llm/simonw/index.ts';
import { xai } from './llm/xai/index.ts';
import { zai } from './llm/zai/index.ts';
import { dramexchange } from './memory/dramexchange/index.ts';
import { dramexchangeHomeprice } from './memory/dramexchange-homeprice/index.ts';
import { fred } from './memory/fred/index.ts';
import { koreaCustoms } from './memory/korea-customs/index.ts';
import { memoryReference } from './memory/memory-reference/index.ts';
import { memorymarket } from './memory/memorymarket/index.ts';
import { ornnMemory } from './memory/ornn-memory/index.ts';
import { trendforcePrice } from './memory/trendforce-price/index.ts';
import { digitimes } from './news/digitimes/index.ts';
import { eetimes } from './news/eetimes/index.ts';
import { huggingface } from './news/huggingface/index.ts';
import { micron } from './news/micron/index.ts';
import { nvidia } from './news/nvidia/index.ts';
import { secEdgar } from './news/sec-edgar/index.ts';
import { semianalysis } from './news/semianalysis/index.ts';
import { semiengineering } from './news/semiengineering/index.ts';
import { semiwiki } from './news/semiwiki/index.ts';
import { servethehome } from './news/servethehome/index.ts';
import { skhynix } from './news/skhynix/index.ts';
import { theRegister } from './news/the-register/index.ts';
import { thelec } from './news/thelec/index.ts';
import { tomsHardware } from './news/toms-hardware/index.ts';
import { trendforceFeed } from './news/trendforce-feed/index.ts';
import { trendforceNews } from './news/trendforce-news/index.ts';

export const sources: readonly Source[] = [
  anthropic,
  openai,
  deepseek,
  xai,
  zai,
  kimi,
  litellm,
  genaiPrices,
  modelsDev,
  portkey,
  simonw,
  openrouterEndpoints,
  awsBedrock,
  azureOpenai,
  artificialAnalysis,
  openrouter,
  gpurentalprices,
  azureRetail,
  oci,
  vast,
  hyperbolic,
  sfCompute,
  verda,
  runpod,
  coreweave,
  voltagePark,
  vultr,
  akash,
  skypilot,
  cyclenerdGcp,
  awsBulk,
  awsSpot,
  lambda,
  shadeform,
  primeIntellect,
  hyperstack,
  verdaApi,
  ornn,
  gcpBilling,
  rentalImport,
  gpuhunt,
  rentalReference,
  dramexchange,
  dramexchangeHomeprice,
  trendforcePrice,
  memorymarket,
  ornnMemory,
  memoryReference,
  fred,
  koreaCustoms,
  trendforceFeed,
  trendforceNews,
  semianalysis,
  digitimes,
  tomsHardware,
  theRegister,
  servethehome,
  nvidia,
  micron,
  skhynix,
  huggingface,
  eetimes,
  semiengineering,
  semiwiki,
  thelec,
  secEdgar,
];

/** Whether the figures of a source may be passed on; those of a source that nobody knows may not. */
export function mayPublish(id: string, licensed: readonly string[] = []): boolean {
  const source = sourceById(id);
  return source !== undefined && isPublishable(source, licensed);
}

export const sourceById = (id: string): Source | undefined => sources.find((source) => source.id === id);
