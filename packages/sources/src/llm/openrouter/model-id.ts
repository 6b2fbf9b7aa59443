/** An OpenRouter id is a lab, a model and a variant: `anthropic/claude-opus-5:batch`. */
import type { TokenTerms } from '@bandgap/core';

export interface ModelId {
  /** `anthropic/claude-opus-5`; with its variant where that is another product and not a tier of the same one. */
  readonly model: string;
  readonly tier: TokenTerms['tier'];
  readonly free: boolean;
}

/** Anthropic's fast mode has ids of its own; `-fast` in the name of any other lab is part of a model's name. */
export function modelId(id: string): ModelId {
  const [model = id, variant] = id.split(':');
  if (variant === 'batch') return { model, tier: 'batch', free: false };
  if (variant === 'free') return { model, tier: 'standard', free: true };
  if (variant !== undefined) return { model: id, tier: 'standard', free: false };
  const fast = /^(anthropic\/claude-.+)-fast$/.exec(id)?.[1];
  return fast === undefined ? { model, tier: 'standard', free: false } : { model: fast, tier: 'fast', free: false };
}
