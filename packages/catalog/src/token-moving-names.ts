/** Names that point at one model today and at another tomorrow. A new price of such a name is not a price change. */

/** Names without a version whose owner has moved them: DeepSeek's, to V3, V3.1, V3.2 and V4 Flash in turn. */
const repointed: ReadonlySet<string> = new Set([
  'deepseek/deepseek-chat',
  'deepseek/deepseek-reasoner',
  'deepseek/deepseek-flash',
]);

/** `mistral/mistral-medium-latest`, `raw:openrouter:~google/gemini-flash-latest`. */
export const isMovingName = (subject: string): boolean =>
  repointed.has(subject) || subject.includes(':~') || /-latest$/.test(subject);
