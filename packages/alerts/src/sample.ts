/** One sample of what a rule watches, and on which side of its threshold it lies. */
import type { AlertRule } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';

export interface Sample {
  readonly asOf: Instant;
  /** Null where there was nothing to be had. */
  readonly value: number | null;
  /** What the value is held against: the floor of its day, the price of a week before. */
  readonly reference: number;
  /** The range the value keeps whichever single voice is left out. */
  readonly low: number | null;
  readonly high: number | null;
  /** Few voices, or far fewer than lately: a value to look at, not to act on. */
  readonly isSure: boolean;
  readonly unit: string | null;
  readonly runId: number | null;
  readonly referenceRunId: number | null;
}

/** `clear` is on the right side by the hysteresis, `between` on the right side by less. */
export type Verdict = 'breached' | 'between' | 'clear' | 'missing' | 'degraded';

export function verdictOf({ condition, hysteresis }: Judging, sample: Sample): Verdict {
  if (sample.value === null) return 'missing';
  if (!sample.isSure) return 'degraded';
  const { side, at, threshold } = comparison(condition, sample, sample.value);
  if (side === 'below') {
    if (at < threshold) return 'breached';
    return at < threshold * (1 + hysteresis) ? 'between' : 'clear';
  }
  if (at > threshold) return 'breached';
  return at > threshold * (1 - hysteresis) ? 'between' : 'clear';
}

/** Breached whichever single voice is left out. */
export function isStrong({ condition }: Judging, sample: Sample): boolean {
  const { side, threshold } = comparison(condition, sample, sample.value ?? Number.NaN);
  if (condition.kind !== 'crosses' && condition.kind !== 'headroom') return false;
  return side === 'below'
    ? sample.high !== null && sample.high < threshold
    : sample.low !== null && sample.low > threshold;
}

export type Judging = Pick<AlertRule, 'condition' | 'hysteresis'>;

interface Comparison {
  readonly side: 'below' | 'above';
  readonly at: number;
  readonly threshold: number;
}

function comparison(condition: AlertRule['condition'], { reference }: Sample, value: number): Comparison {
  switch (condition.kind) {
    case 'crosses':
      return { side: condition.direction, at: value, threshold: reference };
    case 'headroom': {
      const room = condition.underPercent / 100;
      return condition.reference.kind === 'ceiling'
        ? { side: 'above', at: value, threshold: reference * (1 - room) }
        : { side: 'below', at: value, threshold: reference * (1 + room) };
    }
    case 'moves': {
      const change = value / reference - 1;
      const moved = { up: change, down: -change, either: Math.abs(change) }[condition.direction ?? 'either'];
      return { side: 'above', at: moved, threshold: condition.byPercent / 100 };
    }
    case 'stale':
    case 'disagrees':
    case 'event':
      return { side: 'above', at: value, threshold: reference };
  }
}
