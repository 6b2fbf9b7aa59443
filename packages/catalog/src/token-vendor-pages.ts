/** Who says what a lab charges: the price pages that labs keep themselves, and the lists that look prices up by themselves. */

/** Source that reads the page, and the lab that keeps it: what stands there is the list price. */
export const labOfPriceList: ReadonlyMap<string, string> = new Map([
  ['anthropic', 'anthropic'],
  ['openai', 'openai'],
  ['deepseek', 'deepseek'],
  ['xai', 'xai'],
  ['zai', 'zhipuai'],
  ['kimi', 'moonshotai'],
]);

/** Not OpenRouter's catalogue, which quotes a router, nor llm-prices, which is kept for the past. */
const independentLists = ['litellm', 'genai-prices', 'models-dev', 'portkey', 'openrouter-endpoints'];

/** Sources whose word counts when a list price is confirmed. */
export const listPriceVoters: ReadonlySet<string> = new Set([...labOfPriceList.keys(), ...independentLists]);
