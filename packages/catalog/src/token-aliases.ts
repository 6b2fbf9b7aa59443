/** Names of language models that no rule can read, each checked by a person. */

/** Written `lab/name` as the rule would have it. */
export const tokenAliases: ReadonlyMap<string, string> = new Map([
  ['amazon/amazon-nova-lite', 'amazon/nova-lite-v1'],
  ['amazon/amazon-nova-micro', 'amazon/nova-micro-v1'],
  ['amazon/amazon-nova-premier', 'amazon/nova-premier-v1'],
  ['amazon/amazon-nova-pro', 'amazon/nova-pro-v1'],
  ['anthropic/claude-opus-4-0', 'anthropic/claude-opus-4'],
  ['anthropic/claude-sonnet-4-0', 'anthropic/claude-sonnet-4'],
  ['google/gemini-gemma-2-27b-it', 'google/gemma-2-27b-it'],
  ['google/gemini-gemma-2-9b-it', 'google/gemma-2-9b-it'],
  ['mistral/open-mistral-nemo', 'mistral/mistral-nemo'],
  ['mistral/zai-glm-5-2', 'zhipuai/glm-5-2'],
]);

/** Names that only one source means so. */
export const tokenAliasesOf: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'openrouter',
    new Map([
      ['deepseek/deepseek-chat', 'deepseek/deepseek-v3'],
      ['deepseek/deepseek-chat-v3-0324', 'deepseek/deepseek-v3-0324'],
      ['deepseek/deepseek-chat-v3-1', 'deepseek/deepseek-v3-1'],
    ]),
  ],
]);
