/** Names of language models that no rule can read, each checked by a person. */

/** Written `lab/name` as the rule would have it; with the source in front where only that source means it so. */
export const tokenAliases: ReadonlyMap<string, string> = new Map([
  ['anthropic/claude-opus-4-0', 'anthropic/claude-opus-4'],
  ['anthropic/claude-sonnet-4-0', 'anthropic/claude-sonnet-4'],
  ['google/gemini-gemma-2-27b-it', 'google/gemma-2-27b-it'],
  ['google/gemini-gemma-2-9b-it', 'google/gemma-2-9b-it'],
  ['mistral/open-mistral-nemo', 'mistral/mistral-nemo'],
  ['mistral/zai-glm-5-2', 'zhipuai/glm-5-2'],
  ['openrouter:deepseek/deepseek-chat', 'deepseek/deepseek-v3'],
  ['openrouter:deepseek/deepseek-chat-v3-0324', 'deepseek/deepseek-v3-0324'],
  ['openrouter:deepseek/deepseek-chat-v3-1', 'deepseek/deepseek-v3-1'],
]);
