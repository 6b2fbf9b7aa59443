/** A level-payment loan drawn at time 0, on the equity basis only. */
import { periodsIn } from '../periods.ts';
import type { Project } from '../project.ts';

type Borrower = Pick<
  Project,
  'basis' | 'capexPerGpu' | 'debtFraction' | 'debtRate' | 'debtTermYears' | 'periodsPerYear'
>;

export interface DebtService {
  readonly draw: number;
  /** Interest and principal paid at times 1, 2, ...; empty without debt. */
  readonly payments: readonly { readonly interest: number; readonly principal: number }[];
}

export function debtService(project: Borrower): DebtService {
  if (project.basis === 'project') return { draw: 0, payments: [] };
  const draw = project.debtFraction * project.capexPerGpu;
  const periods = periodsIn(project.debtTermYears, project.periodsPerYear);
  const periodicRate = project.debtRate / project.periodsPerYear;
  const payment = levelPayment(draw, periodicRate, periods);

  let balance = draw;
  const payments = Array.from({ length: periods }, () => {
    const interest = balance * periodicRate;
    const principal = payment - interest;
    balance -= principal;
    return { interest, principal };
  });
  return { draw, payments };
}

/** The annuity that repays `amount` with interest in `periods` equal payments. */
export function levelPayment(amount: number, periodicRate: number, periods: number): number {
  if (1 + periodicRate === 1) return amount / periods;
  return (amount * periodicRate) / -Math.expm1(-periods * Math.log1p(periodicRate));
}
