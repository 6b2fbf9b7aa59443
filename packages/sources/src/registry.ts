/** Every source, one line each. */

import { akash } from './akash/index.ts';
import { anthropic } from './anthropic/index.ts';
import { artificialAnalysis } from './artificial-analysis/index.ts';
import { awsBedrock } from './aws-bedrock/index.ts';
import { awsBulk } from './aws-bulk/index.ts';
import { azureOpenai } from './azure-openai/index.ts';
import { azureRetail } from './azure-retail/index.ts';
import { coreweave } from './coreweave/index.ts';
import { cyclenerdGcp } from './cyclenerd-gcp/index.ts';
import { deepseek } from './deepseek/index.ts';
import type { Source } from './define-source.ts';
import { digitimes } from './digitimes/index.ts';
import { dramexchange } from './dramexchange/index.ts';
import { dramexchangeHomeprice } from './dramexchange-homeprice/index.ts';
import { eetimes } from './eetimes/index.ts';
import { gcpBilling } from './gcp-billing/index.ts';
import { genaiPrices } from './genai-prices/index.ts';
import { gpuhunt } from './gpuhunt/index.ts';
import { gpurentalprices } from './gpurentalprices/index.ts';
import { huggingface } from './huggingface/index.ts';
import { hyperbolic } from './hyperbolic/index.ts';
import { hyperstack } from './hyperstack/index.ts';
import { kimi } from './kimi/index.ts';
import { lambda } from './lambda/index.ts';
import { litellm } from './litellm/index.ts';
import { memoryReference } from './memory-reference/index.ts';
import { memorymarket } from './memorymarket/index.ts';
import { micron } from './micron/index.ts';
import { modelsDev } from './models-dev/index.ts';
import { nvidia } from './nvidia/index.ts';
import { oci } from './oci/index.ts';
import { openai } from './openai/index.ts';
import { openrouter } from './openrouter/index.ts';
import { openrouterEndpoints } from './openrouter-endpoints/index.ts';
import { ornnMemory } from './ornn-memory/index.ts';
import { portkey } from './portkey/index.ts';
import { primeIntellect } from './prime-intellect/index.ts';
import { rentalImport } from './rental-import/index.ts';
import { rentalReference } from './rental-reference/index.ts';
import { runpod } from './runpod/index.ts';
import { secEdgar } from './sec-edgar/index.ts';
import { semianalysis } from './semianalysis/index.ts';
import { semiengineering } from './semiengineering/index.ts';
import { semiwiki } from './semiwiki/index.ts';
import { servethehome } from './servethehome/index.ts';
import { sfCompute } from './sf-compute/index.ts';
import { shadeform } from './shadeform/index.ts';
import { simonw } from './simonw/index.ts';
import { skhynix } from './skhynix/index.ts';
import { skypilot } from './skypilot/index.ts';
import { theRegister } from './the-register/index.ts';
import { thelec } from './thelec/index.ts';
import { tomsHardware } from './toms-hardware/index.ts';
import { trendforceFeed } from './trendforce-feed/index.ts';
import { trendforceNews } from './trendforce-news/index.ts';
import { trendforcePrice } from './trendforce-price/index.ts';
import { vast } from './vast/index.ts';
import { verda } from './verda/index.ts';
import { voltagePark } from './voltage-park/index.ts';
import { vultr } from './vultr/index.ts';
import { xai } from './xai/index.ts';
import { zai } from './zai/index.ts';

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
  lambda,
  shadeform,
  primeIntellect,
  hyperstack,
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

export const sourceById = (id: string): Source | undefined => sources.find((source) => source.id === id);
