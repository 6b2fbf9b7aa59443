/** Which events are news to buyers. Every list tells every change, so most changes are told many times, and some are wrong. */
import { labOfPriceList, marketEventKinds } from '@bandgap/catalog';

/** Votes and what follows from them, and what labs say on their own pages. */
export const marketAuthorities: readonly string[] = ['confirmed-price', 'blended-price', ...labOfPriceList.keys()];

/** Told by lists alone, and news whoever tells it. */
export const noticeKinds: readonly string[] = ['deprecation_announced', 'alias_repointed'];

/** What is news when an authority tells it. The other kinds are for operators. */
export const marketKinds: readonly string[] = marketEventKinds;

export interface ToldEvent {
  readonly kind: string;
  readonly source: string;
  readonly subject: string;
}

/** A price on a page is news when it is confirmed, anything else on it at once; a model that nobody knows is never. */
export function isMarketNews({ kind, source, subject }: ToldEvent): boolean {
  if (kind === 'alias_repointed') return true;
  if (subject.startsWith('raw:')) return false;
  if (kind === 'deprecation_announced') return true;
  if (!marketKinds.includes(kind) || !marketAuthorities.includes(source)) return false;
  return kind !== 'price_changed' || source === 'confirmed-price';
}
