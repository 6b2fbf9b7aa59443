/** The price pages that labs keep themselves: what stands there is the list price. */

/** Source that reads the page, and the lab that keeps it. */
export const labOfPriceList: ReadonlyMap<string, string> = new Map([
  ['anthropic', 'anthropic'],
  ['openai', 'openai'],
  ['deepseek', 'deepseek'],
  ['xai', 'xai'],
  ['zai', 'zhipuai'],
  ['kimi', 'moonshotai'],
]);
