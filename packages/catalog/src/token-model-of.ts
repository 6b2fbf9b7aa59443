/** One name for a language model, whatever the source calls it: `lab/model`, with hyphens for dots. */
import type { Day } from '@bandgap/core';
import { tokenAliases } from './token-aliases.ts';
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
  const parts = rawId.toLowerCase().split('/');
  const [vendor = '', id = ''] = parts.length === 1 ? [seller.toLowerCase(), ...parts] : parts;
  const vendorLab = labOfVendor.get(vendor);
  if (vendorLab === undefined || parts.length > 2 || !/^[a-z0-9][a-z0-9._-]*$/.test(id)) return undefined;

  const { name, snapshot } = splitSnapshot(id);
  const canonical = familyFirst(name.replaceAll('.', '-'));
  const named = `${labNamedIn(canonical) ?? vendorLab}/${canonical}`;
  const model = tokenAliases.get(`${source}:${named}`) ?? tokenAliases.get(named) ?? named;
  return snapshot === undefined ? { model } : { model, snapshot };
}

const trailingDate = /^(.+?)-(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/;

function splitSnapshot(id: string): { readonly name: string; readonly snapshot?: Day } {
  const [, name, year, month, day] = trailingDate.exec(id) ?? [];
  return name === undefined ? { name: id } : { name, snapshot: `${year}-${month}-${day}` };
}

/** Anthropic puts the family first from version 4 on: `claude-4-7-opus` is `claude-opus-4-7`, `claude-3-opus` stays. */
const familyFirst = (name: string): string =>
  name.replace(/^claude-([4-9](?:-\d+)?)-(opus|sonnet|haiku)/, 'claude-$2-$1');
