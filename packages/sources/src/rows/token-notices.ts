/** What lists of token prices say beside prices: where an alias points, and when a model will be retired. */
import type { Artifact, Day } from '@bandgap/core';
import { isJsonObject, jsonDocument, jsonPointer } from '../documents/json-document.ts';
import { isChat } from '../llm/litellm/is-chat.ts';
import { directSeller, tokenSubject } from './direct-sellers.ts';

export type TokenNotice =
  | { readonly kind: 'alias'; readonly alias: string; readonly target: string; readonly at: string }
  | { readonly kind: 'retirement'; readonly subject: string; readonly on: Day; readonly at: string };

export const givesNotices = (sourceId: string): boolean => sourceId === 'openrouter' || sourceId === 'litellm';

/** None for sources that give no notice. Throws SourceChanged where the document is not JSON. */
export function tokenNotices(artifact: Artifact): readonly TokenNotice[] {
  if (artifact.sourceId === 'openrouter') return openrouterNotices(jsonDocument(artifact));
  if (artifact.sourceId === 'litellm') return litellmNotices(jsonDocument(artifact));
  return [];
}

function openrouterNotices(document: unknown): readonly TokenNotice[] {
  const nested = isJsonObject(document) ? document.data : undefined;
  const path = nested === undefined ? '' : '/data';
  const models: readonly unknown[] = Array.isArray(nested) ? nested : Array.isArray(document) ? document : [];
  return models.flatMap((model, index): readonly TokenNotice[] => {
    if (!isJsonObject(model) || typeof model.id !== 'string') return [];
    const subject = tokenSubject('openrouter', model.id, 'openrouter');
    const target = isJsonObject(model.alias_target) ? model.alias_target.slug : undefined;
    const on = dayIn(model.expiration_date);
    return [
      ...(typeof target === 'string'
        ? [
            {
              kind: 'alias',
              alias: subject,
              target: tokenSubject('openrouter', target, 'openrouter'),
              at: `${path}/${index}/alias_target/slug`,
            } as const,
          ]
        : []),
      ...(on === undefined
        ? []
        : [{ kind: 'retirement', subject, on, at: `${path}/${index}/expiration_date` } as const]),
    ];
  });
}

function litellmNotices(document: unknown): readonly TokenNotice[] {
  if (!isJsonObject(document)) return [];
  return Object.entries(document).flatMap(([id, model]): readonly TokenNotice[] => {
    const seller = isJsonObject(model) ? directSeller(model.litellm_provider) : undefined;
    const on = isJsonObject(model) ? dayIn(model.deprecation_date) : undefined;
    if (seller === undefined || on === undefined || !isJsonObject(model) || !isChat(model)) return [];
    const subject = tokenSubject('litellm', id, seller);
    return [{ kind: 'retirement', subject, on, at: `${jsonPointer(id)}/deprecation_date` }];
  });
}

/** A day before 2090: OpenRouter writes 2098-12-31 for a model that never expires. */
const dayIn = (value: unknown): Day | undefined =>
  typeof value === 'string' && /^20[0-8]\d-\d\d-\d\d$/.test(value) ? value : undefined;
