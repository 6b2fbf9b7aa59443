/** When things happen: period 0 is the purchase, and service period k is settled at one of the times 0 to `lastTime`. */
import { periodsIn } from '../periods.ts';
import type { Project } from '../project.ts';

export interface Timeline {
  /** Periods of service, n. */
  readonly servicePeriods: number;
  readonly lastTime: number;
  readonly hoursPerPeriod: number;
  /** Service period settled at `time`, 1 to n; undefined where none is. */
  readonly serviceAt: (time: number) => number | undefined;
}

type Calendar = Pick<Project, 'termYears' | 'periodsPerYear' | 'hoursPerYear' | 'startDelayPeriods' | 'timing'>;

export function timeline(calendar: Calendar): Timeline {
  const { termYears, periodsPerYear, hoursPerYear, startDelayPeriods, timing } = calendar;
  const servicePeriods = periodsIn(termYears, periodsPerYear);
  const settledLate = timing === 'arrears' ? 0 : 1;
  const serviceAt = (time: number) => {
    const service = time - startDelayPeriods + settledLate;
    return service >= 1 && service <= servicePeriods ? service : undefined;
  };
  return {
    servicePeriods,
    lastTime: startDelayPeriods + servicePeriods,
    hoursPerPeriod: hoursPerYear / periodsPerYear,
    serviceAt,
  };
}
