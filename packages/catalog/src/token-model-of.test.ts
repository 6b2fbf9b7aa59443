/** One model, many names. */
import { describe, expect, it } from 'vitest';
import { tokenModelOf } from './token-model-of.ts';

const named = (source: string, seller: string, rawId: string) => tokenModelOf({ source, seller, rawId });

describe('tokenModelOf', () => {
  it.each([
    ['litellm', 'anthropic', 'claude-opus-4-7'],
    ['openrouter', 'openrouter', 'anthropic/claude-opus-4.7'],
    ['genai-prices', 'anthropic', 'Claude-4.7-Opus'],
  ])('%s: %s %s is Claude Opus 4.7', (source, seller, rawId) => {
    expect(named(source, seller, rawId)).toEqual({ model: 'anthropic/claude-opus-4-7' });
  });

  it.each([
    ['litellm', 'openai', 'gpt-5.6-sol', 'openai/gpt-5-6-sol'],
    ['litellm', 'gemini', 'gemini/gemini-3.1-pro-preview', 'google/gemini-3-1-pro-preview'],
    ['litellm', 'xai', 'xai/grok-4.5', 'xai/grok-4-5'],
    ['openrouter', 'openrouter', 'x-ai/grok-4.5', 'xai/grok-4-5'],
    ['litellm', 'moonshot', 'moonshot/kimi-k2.6', 'moonshotai/kimi-k2-6'],
    ['openrouter', 'openrouter', 'z-ai/glm-5.2', 'zhipuai/glm-5-2'],
    ['litellm', 'zai', 'zai/glm-5.1', 'zhipuai/glm-5-1'],
    ['openrouter', 'openrouter', 'qwen/qwen3.6-plus', 'alibaba/qwen3-6-plus'],
    ['litellm', 'dashscope', 'dashscope/glm-5.1', 'zhipuai/glm-5-1'],
    ['litellm', 'mistral', 'mistral/zai-glm-5-2', 'zhipuai/glm-5-2'],
    ['litellm', 'minimax', 'minimax/MiniMax-M2.5', 'minimax/minimax-m2-5'],
    ['genai-prices', 'anthropic', 'claude-opus-4-0', 'anthropic/claude-opus-4'],
    ['simonw', 'anthropic', 'claude-4.5-haiku', 'anthropic/claude-haiku-4-5'],
    ['simonw', 'anthropic', 'claude-3-opus', 'anthropic/claude-3-opus'],
  ])('%s: %s %s is %s', (source, seller, rawId, model) => {
    expect(named(source, seller, rawId)).toEqual({ model });
  });

  it.each([
    ['anthropic', 'anthropic', 'claude-haiku-3.5', 'anthropic/claude-3-5-haiku'],
    ['anthropic', 'anthropic', 'claude-opus-3', 'anthropic/claude-3-opus'],
    ['simonw', 'anthropic', 'claude-3.7-sonnet', 'anthropic/claude-3-7-sonnet'],
    ['anthropic', 'anthropic', 'claude-fable-5.1', 'anthropic/claude-fable-5-1'],
    ['openrouter', 'openrouter', 'nvidia/qwen3-nemotron-32b', 'nvidia/qwen3-nemotron-32b'],
    ['openrouter', 'openrouter', 'meta-llama/llama-4-scout', 'meta/llama-4-scout'],
  ])('%s: %s %s is %s, whichever comes first and whoever it was built on', (source, seller, rawId, model) => {
    expect(named(source, seller, rawId)).toEqual({ model });
  });

  it('keeps a dated version apart from its model', () => {
    expect(named('litellm', 'openai', 'gpt-4o')).toEqual({ model: 'openai/gpt-4o' });
    expect(named('litellm', 'openai', 'gpt-4o-2024-05-13')).toEqual({ model: 'openai/gpt-4o', snapshot: '2024-05-13' });
    expect(named('openrouter', 'openrouter', 'anthropic/claude-4.7-opus-20260416')).toEqual({
      model: 'anthropic/claude-opus-4-7',
      snapshot: '2026-04-16',
    });
  });

  it('leaves versions that are not whole dates in the name', () => {
    expect(named('litellm', 'mistral', 'mistral/mistral-large-2411')).toEqual({ model: 'mistral/mistral-large-2411' });
    expect(named('litellm', 'gemini', 'gemini/gemini-2.5-flash-preview-09-2025')).toEqual({
      model: 'google/gemini-2-5-flash-preview-09-2025',
    });
  });

  it('knows what only one source means by a name', () => {
    expect(named('openrouter', 'openrouter', 'deepseek/deepseek-chat')).toEqual({ model: 'deepseek/deepseek-v3' });
    expect(named('litellm', 'deepseek', 'deepseek/deepseek-chat')).toEqual({ model: 'deepseek/deepseek-chat' });
  });

  it.each([
    ['a cloud that resells', 'amazon-bedrock', 'anthropic.claude-opus-4-7'],
    ['a seller in front that is no lab', 'vertex', 'vertex_ai/claude-opus-4-7'],
    ['a priced variant', 'openrouter', 'anthropic/claude-opus-5:batch'],
    ['a name that moves between models', 'openrouter', '~anthropic/claude-sonnet-latest'],
    ['a fine-tuned model', 'openai', 'ft:gpt-4o-2024-08-06'],
    ['a path', 'perplexity', 'perplexity/openai/gpt-5.2'],
    ['nothing', 'openai', ''],
  ])('does not name %s', (_, seller, rawId) => {
    expect(named('any', seller, rawId)).toBeUndefined();
  });
});
