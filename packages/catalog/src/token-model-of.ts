/** One name for a language model, whatever the source calls it: `lab/model`, with hyphens for dots. */
import type { Day } from '@bandgap/core';
import { tokenAliases, tokenAliasesOf } from './token-aliases.ts';
import { labNamedIn, labOfVendor } from './token-labs.ts';

export interface TokenName {
  readonly source: string;
  /** As the source writes it, with or without the vendor in front: `claude-opus-4-7`, `x-ai/grok-4.5`. */
  readonly rawId: string;
  readonly seller: string;
}

export interface TokenModel {
  /** `anthropic/claude-opus-4-7`. */
  readonly model: string;
  /** The dated version the name asks for. It has prices of its own and is never the same series as the model. */
  readonly snapshot?: Day;
}

/**
 * Undefined where the vendor does not sell its own models, where the id names a variant (`:batch`, `@region`, `ft:`),
 * and where the name moves from model to model (OpenRouter writes those `~vendor/...`).
 */
export function tokenModelOf({ source, rawId, seller }: TokenName): TokenModel | undefined {
  const spelled = rawId.toLowerCase();
  const slash = spelled.indexOf('/');
  const vendor = slash < 0 ? seller.toLowerCase() : spelled.slice(0, slash);
  const id = spelled.slice(slash + 1);
  const vendorLab = labOfVendor.get(vendor);
  if (vendorLab === undefined || !/^[a-z0-9][a-z0-9._-]*$/.test(id)) return undefined;

  const { name, snapshot } = splitSnapshot(id);
  const canonical = anthropicOrder(name.replaceAll('.', '-'));
  const named = `${labNamedIn(vendor, canonical) ?? vendorLab}/${canonical}`;
  const model = tokenAliasesOf.get(source)?.get(named) ?? tokenAliases.get(named) ?? named;
  return snapshot === undefined ? { model } : { model, snapshot };
}

const trailingDate = /-(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/;

function splitSnapshot(id: string): { readonly name: string; readonly snapshot?: Day } {
  const date = trailingDate.exec(id);
  if (date === null || date.index === 0) return { name: id };
  const [, year, month, day] = date;
  return { name: id.slice(0, date.index), snapshot: `${year}-${month}-${day}` };
}

/**
 * Anthropic put the version first up to version 3 and the family first from 4 on: `claude-3-5-haiku`, `claude-opus-4-7`.
 * Price lists write both either way.
 */
function anthropicOrder(name: string): string {
  if (!name.startsWith('claude-')) return name;
  return name
    .replace(/^claude-([4-9](?:-\d+)?)-([a-z]+)/, 'claude-$2-$1')
    .replace(/^claude-([a-z]+)-(3(?:-\d+)?)(?=-|$)/, 'claude-$2-$1');
}
