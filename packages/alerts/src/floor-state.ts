/** Where a floor rule stands after the fixings it has judged, and the two events people hear of. */
import type { Instant } from '@bandgap/core';

/** When a floor rule fires and clears. */
export interface CrossingRule {
  readonly firesAfterFixings: number;
  readonly clearsAtFloorTimes: number;
}

/** One fixing of the index beside its floor, both in USD per GPU-hour. */
export interface Sample {
  readonly asOf: Instant;
  /** Null where the index has no value that day. */
  readonly value: number | null;
  /** The upper leave-one-out bound: the index without its cheapest voice. */
  readonly high: number | null;
  /** As the index states it; only `ok` is judged. */
  readonly confidence: string;
  /** The floor. */
  readonly reference: number;
}

/** `judgedAt` is the newest fixing that counted; a rule that has judged nothing has none. */
export type FloorState =
  | { readonly kind: 'ok'; readonly judgedAt?: Instant }
  | { readonly kind: 'pending'; readonly judgedAt: Instant; readonly fixingsBelow: number }
  | { readonly kind: 'firing'; readonly judgedAt: Instant; readonly since: Instant };

export const initialState: FloorState = { kind: 'ok' };

export interface Transition {
  readonly asOf: Instant;
  readonly from: FloorState['kind'];
  readonly to: 'firing' | 'ok';
  readonly value: number;
  readonly reference: number;
  /** The index is below the floor whichever single provider is left out. Always false when a rule clears. */
  readonly strong: boolean;
}
