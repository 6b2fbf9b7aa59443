/** The models that Anthropic's page names, and the conditions it puts on them. */
import type { Day } from '@bandgap/core';
import { englishDay } from '../../documents/english-day.ts';

export interface NamedModel {
  /** As an id would read: `claude-opus-4.7`. */
  readonly id: string;
  /** Prompt length from which the price applies. */
  readonly contextFrom: number;
  readonly from?: Day;
  readonly through?: Day;
}

/**
 * `Claude Opus 5 / Claude Opus 4.8`, `Claude Sonnet 4.6 / 4.5`, `Claude Sonnet 5 starting September 1, 2026`.
 * None for any other text, and for a condition nobody taught: its price is not one for everybody.
 */
export function namedModels(text: string): readonly NamedModel[] {
  if (/^Claude [A-Z][a-z]+ [\d.]+( \/ (Claude )?([A-Z][a-z]+ )?[\d.]+)+$/.test(text)) return modelsMentioned(text);
  const [, family, version, condition = ''] =
    /^Claude ([A-Z][a-z]+) (\d+(?:\.\d+)?|Preview)(?![\d.])(.*)$/.exec(text) ?? [];
  if (family === undefined || version === undefined) return [];
  const terms = termsIn(condition);
  return terms === undefined ? [] : [{ id: idOf(family, version), ...terms }];
}

/** Every model mentioned in a text, once. A version behind a slash belongs to the family before it. */
export function modelsMentioned(text: string): readonly NamedModel[] {
  const ids = new Set<string>();
  let family: string | undefined;
  for (const [, named, version = ''] of text.matchAll(/(?:\b(Opus|Sonnet|Haiku|Fable|Mythos)|\/) (\d+(?:\.\d+)?)/g)) {
    family = named ?? family;
    if (family !== undefined) ids.add(idOf(family, version));
  }
  return [...ids].map((id) => ({ id, contextFrom: 0 }));
}

const idOf = (family: string, version: string) => `claude-${family}-${version}`.toLowerCase();

function termsIn(condition: string): Omit<NamedModel, 'id'> | undefined {
  const [, preposition, date = ''] = /^ (through|until|starting|from) (.*)$/.exec(condition) ?? [];
  if (preposition !== undefined) {
    const day = englishDay(date);
    if (day === undefined) return undefined;
    return preposition === 'through' || preposition === 'until'
      ? { contextFrom: 0, through: day }
      : { contextFrom: 0, from: day };
  }
  const [, remark] = /^ \((.*)\)$/.exec(condition) ?? [];
  if (remark === undefined) return { contextFrom: 0 };
  const [, bound, tokens = ''] = /^for prompts (up to|over) ([\d,]+) tokens$/.exec(remark) ?? [];
  if (bound !== undefined) return { contextFrom: bound === 'over' ? Number(tokens.replaceAll(',', '')) : 0 };
  return /^(deprecated|retired|limited availability|new)\b/.test(remark) ? { contextFrom: 0 } : undefined;
}
