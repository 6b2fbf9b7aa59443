/** One sentence: its lexemes, and which of them a number in it can see. */
import type { Lexeme, Magnitude, Place } from './lexeme.ts';

/** A lexeme, and the number of the reason it stands in; 0 outside of any. */
export type Scoped = Lexeme & { readonly scope: number };

export type Amount = Magnitude & Place & { readonly scope: number };

export const isAmount = (lexeme: Scoped): lexeme is Amount => lexeme.kind === 'magnitude';

export interface Sentence extends Place {
  readonly lexemes: readonly Scoped[];
}

/** Sentences end where a break says so. */
export function sentencesOf(lexemes: readonly Lexeme[], text: string): readonly Sentence[] {
  const ends = lexemes.filter((lexeme) => lexeme.kind === 'break' && lexeme.isEnd).map(({ end }) => end);
  return [...ends, text.length].map((end, index) => {
    const start = ends[index - 1] ?? 0;
    const inside = lexemes.filter((lexeme) => lexeme.start >= start && lexeme.end <= end);
    return { start, end, lexemes: scoped(inside, text) };
  });
}

/**
 * A reason lasts until the next break. So does an aside, "server DRAM, the segment at the centre of the crunch, is…",
 * told by the verb that takes the subject up again. That a price includes HBM is neither.
 */
function scoped(sentence: readonly Lexeme[], text: string): readonly Scoped[] {
  let scopes = 0;
  let scope = 0;
  return sentence.map((lexeme, index) => {
    const opens =
      lexeme.kind === 'break' && (opensAside(sentence, index, text) || opensApposition(sentence, index, text));
    if (lexeme.kind === 'reason' || opens) {
      scopes += 1;
      scope = scopes;
    } else if (lexeme.kind === 'break') scope = 0;
    return { ...lexeme, scope: lexeme.kind === 'hbm' || lexeme.kind === 'break' ? 0 : scope };
  });
}

const longestAside = 140;
const resumes = /^,\s(?:is|are|was|were|will|would|has|have|had|could|may|might|can|should|for)\b/;

function opensAside(sentence: readonly Lexeme[], index: number, text: string): boolean {
  const opening = sentence[index];
  const closing = sentence.slice(index + 1).find(({ kind }) => kind === 'break' || kind === 'magnitude');
  if (opening === undefined || closing?.kind !== 'break' || sentence[index - 1]?.kind === 'magnitude') return false;
  return closing.start - opening.end < longestAside && resumes.test(text.slice(closing.start, closing.start + 12));
}

/** "Consumer DRAM (DDR3 and DDR4) prices": what stands in the parentheses says more of the product, and is no other. */
function opensApposition(sentence: readonly Lexeme[], index: number, text: string): boolean {
  const characterAt = (lexeme: Lexeme | undefined) => text.charAt(lexeme?.start ?? text.length);
  if (!'(（'.includes(characterAt(sentence[index]) || ' ')) return false;
  const inside = sentence.slice(index + 1, index + 1 + fewWords);
  const closing = inside.findIndex((lexeme) => lexeme.kind === 'break' && ')）'.includes(characterAt(lexeme)));
  const follows = sentence.slice(Math.max(0, index - fewWords), index).some(({ kind }) => kind === 'product');
  return follows && closing >= 0 && inside.slice(0, closing).every(({ kind }) => kind !== 'magnitude');
}

const fewWords = 6;

/** What surrounds an amount, up to the amounts before and after it, without the reasons it does not stand in. */
export interface Surroundings {
  readonly before: readonly Scoped[];
  readonly after: readonly Scoped[];
  /** Of `after`, what comes before the next break. */
  readonly near: readonly Scoped[];
}

export function surroundingsOf(amount: Amount, sentence: readonly Scoped[]): Surroundings {
  const visible = sentence.filter(({ scope }) => scope === 0 || scope === amount.scope);
  const index = visible.indexOf(amount);
  const previous = visible.slice(0, index).findLastIndex(isAmount);
  const next = visible.findIndex((lexeme, place) => place > index && isAmount(lexeme));
  const after = visible.slice(index + 1, next < 0 ? undefined : next);
  const stop = after.findIndex(({ kind }) => kind === 'break');
  return { before: visible.slice(previous + 1, index), after, near: stop < 0 ? after : after.slice(0, stop) };
}
