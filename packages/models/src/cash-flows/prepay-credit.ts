/** How much of the invoice of service period k the prepayment pays for, 0 to 1. The shares sum to `prepayFraction` x n. */
import { periodsIn } from '../periods.ts';
import type { Project } from '../project.ts';

type Prepayment = Pick<
  Project,
  'prepayFraction' | 'prepayCredit' | 'prepayDeferYears' | 'termYears' | 'periodsPerYear'
>;

export function creditedShare(prepayment: Prepayment, servicePeriod: number): number {
  const { prepayFraction, prepayCredit, prepayDeferYears, periodsPerYear } = prepayment;
  const periods = periodsIn(prepayment.termYears, periodsPerYear);
  const prepaidInvoices = prepayFraction * periods;

  switch (prepayCredit) {
    case 'rateable':
      return prepayFraction;
    case 'first':
      return clampedShare(prepaidInvoices - (servicePeriod - 1));
    case 'last':
      return clampedShare(prepaidInvoices - (periods - servicePeriod));
    case 'deferred': {
      const deferred = periodsIn(prepayDeferYears, periodsPerYear);
      return servicePeriod <= deferred ? 0 : prepaidInvoices / (periods - deferred);
    }
  }
}

const clampedShare = (share: number): number => Math.min(1, Math.max(0, share));
