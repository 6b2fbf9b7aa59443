/** The crossings worth waking somebody for. */

/** Fires when an index stays below a floor, and clears when it is well above it again. */
export interface FloorRule {
  readonly id: string;
  readonly index: string;
  readonly floor: string;
  /** How many judged fixings in a row have to be below the floor. */
  readonly firesAfterFixings: number;
  /** The rule clears at this many times the floor, so that a price resting on it does not flap. */
  readonly clearsAtFloorTimes: number;
}

export const alertRules: readonly FloorRule[] = [
  {
    id: 'h100-on-demand-below-floor',
    index: 'h100/on_demand/neocloud',
    floor: 'h100-sxm/on_demand',
    firesAfterFixings: 2,
    clearsAtFloorTimes: 1.02,
  },
];
