/** Who sells language models first hand. A quote is a lab's own list price where its venue is the lab in its subject. */
import { tokenModelOf } from '@bandgap/catalog';

/** The spellings of price lists, and the lab as venue. */
const labOfSeller: ReadonlyMap<string, string> = new Map([
  ['anthropic', 'anthropic'],
  ['openai', 'openai'],
  ['google', 'google'],
  ['gemini', 'google'],
  ['google-ai-studio', 'google'],
  ['xai', 'xai'],
  ['x-ai', 'xai'],
  ['deepseek', 'deepseek'],
  ['moonshot', 'moonshotai'],
  ['moonshotai', 'moonshotai'],
  ['moonshot-ai', 'moonshotai'],
  ['zai', 'zhipuai'],
  ['z-ai', 'zhipuai'],
  ['mistral', 'mistral'],
  ['mistral-ai', 'mistral'],
  ['dashscope', 'alibaba'],
  ['alibaba', 'alibaba'],
  ['minimax', 'minimax'],
  ['cohere', 'cohere'],
  ['cohere_chat', 'cohere'],
  ['perplexity', 'perplexity'],
]);

/** The lab behind a seller; undefined for clouds, hosts and resellers. */
export const directSeller = (spelling: unknown): string | undefined =>
  typeof spelling === 'string' ? labOfSeller.get(spelling) : undefined;

/** `anthropic/claude-opus-4-7`, with a dated version behind it: `@20260416`. A name nobody knows stays raw. */
export function tokenSubject(source: string, rawId: string, seller: string): string {
  const known = tokenModelOf({ source, rawId, seller });
  if (known === undefined) return `raw:${source}:${rawId}`;
  return known.snapshot === undefined ? known.model : `${known.model}@${known.snapshot.replaceAll('-', '')}`;
}

/** Whether a subject is kept under the source's own name because nobody knows which model it is. */
export const isUnmapped = (subject: string): boolean => subject.startsWith('raw:');
