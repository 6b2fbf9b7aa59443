/** An endpoint's tag: the host, and what distinguishes its endpoints: `google-vertex/us-east5`, `openai/flex`, `novita/fp8`. */
import type { TokenTerms } from '@bandgap/core';

export interface EndpointTag {
  readonly host: string;
  readonly tier: TokenTerms['tier'];
  readonly region?: string;
}

const tiers: Readonly<Record<string, TokenTerms['tier']>> = {
  batch: 'batch',
  flex: 'flex',
  priority: 'priority',
  fast: 'fast',
};

export function endpointTag(tag: string): EndpointTag {
  const [host = tag, variant = ''] = tag.split('/');
  const region = /^(global|us|eu|ap|[a-z]+-[a-z]+-?\d+)$/.test(variant) ? variant : undefined;
  return { host, tier: tiers[variant] ?? 'standard', ...(region !== undefined && { region }) };
}
