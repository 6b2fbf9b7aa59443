/** Where a rule stands, and which part of that people were told. */
import type { AlertPatience } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';

/** What judged samples lead to. */
export type SettledState =
  | { readonly kind: 'ok' }
  | { readonly kind: 'pending'; readonly since: Instant; readonly count: number }
  /** `under` is when it went wrong, `since` when the rule fired, `toldAt` when people last heard of it. */
  | { readonly kind: 'firing'; readonly under: Instant; readonly since: Instant; readonly toldAt: Instant }
  | {
      readonly kind: 'recovering';
      readonly under: Instant;
      readonly since: Instant;
      readonly toldAt: Instant;
      readonly count: number;
    };

/** Samples that cannot be judged lie over the state they found and give it back as it was. */
export type AlertState =
  | SettledState
  | { readonly kind: 'no_data'; readonly since: Instant; readonly count: number; readonly over: SettledState }
  | { readonly kind: 'degraded'; readonly since: Instant; readonly over: SettledState };

export const initialState: AlertState = { kind: 'ok' };

export const settled = (state: AlertState): SettledState => ('over' in state ? state.over : state);

/** The three things people are told. */
export type Told = 'ok' | 'firing' | 'no_data';

export function toldOf({ noDataAfter }: Pick<AlertPatience, 'noDataAfter'>, state: AlertState): Told {
  if (state.kind === 'no_data' && state.count >= noDataAfter) return 'no_data';
  const { kind } = settled(state);
  return kind === 'firing' || kind === 'recovering' ? 'firing' : 'ok';
}
