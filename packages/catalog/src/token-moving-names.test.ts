/** Names that move, and names that only look as if they did. */
import { expect, it } from 'vitest';
import { isMovingName } from './token-moving-names.ts';

it.each([
  ['mistral/mistral-medium-latest'],
  ['raw:openrouter:~google/gemini-flash-latest'],
  ['deepseek/deepseek-chat'],
])('%s moves from model to model', (subject) => expect(isMovingName(subject)).toBe(true));

it.each([
  ['deepseek/deepseek-v4-pro'],
  ['openai/gpt-4o@20240513'],
  ['raw:openrouter:stealth/ox-alpha'],
  ['x/latest-model'],
])('%s stays', (subject) => expect(isMovingName(subject)).toBe(false));
