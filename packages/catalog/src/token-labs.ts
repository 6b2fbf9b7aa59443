/** Which lab made a language model: read from the vendor that sells it, or from the family in its name. */

/** How sources spell the vendors that sell their own models, and the lab each stands for. */
export const labOfVendor: ReadonlyMap<string, string> = new Map([
  ['anthropic', 'anthropic'],
  ['openai', 'openai'],
  ['google', 'google'],
  ['gemini', 'google'],
  ['xai', 'xai'],
  ['x-ai', 'xai'],
  ['deepseek', 'deepseek'],
  ['moonshot', 'moonshotai'],
  ['moonshotai', 'moonshotai'],
  ['moonshot-ai', 'moonshotai'],
  ['mistral', 'mistral'],
  ['mistralai', 'mistral'],
  ['zai', 'zhipuai'],
  ['z-ai', 'zhipuai'],
  ['zhipuai', 'zhipuai'],
  ['dashscope', 'alibaba'],
  ['alibaba', 'alibaba'],
  ['qwen', 'alibaba'],
  ['minimax', 'minimax'],
  ['cohere', 'cohere'],
  ['cohere_chat', 'cohere'],
]);

/** Families that vendors also sell for one another: Alibaba sells GLM, Kimi and DeepSeek models beside its own. */
const labOfFamily: readonly (readonly [family: string, lab: string])[] = [
  ['claude-', 'anthropic'],
  ['gpt-', 'openai'],
  ['gemini-', 'google'],
  ['gemma-', 'google'],
  ['grok-', 'xai'],
  ['deepseek-', 'deepseek'],
  ['kimi-', 'moonshotai'],
  ['glm-', 'zhipuai'],
  ['qwen', 'alibaba'],
  ['minimax-', 'minimax'],
];

export const labNamedIn = (name: string): string | undefined =>
  labOfFamily.find(([family]) => name.startsWith(family))?.[1];
