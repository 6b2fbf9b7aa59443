/** Tax on the income of each period. A loss is either refunded at once or kept to offset later profit. */
import type { Project } from '../project.ts';

type TaxRule = Pick<Project, 'taxRate' | 'lossTreatment'>;

export function incomeTax({ taxRate, lossTreatment }: TaxRule, taxableIncome: readonly number[]): readonly number[] {
  if (lossTreatment === 'refund') return taxableIncome.map((income) => taxRate * income);
  let losses = 0;
  return taxableIncome.map((income) => {
    const offset = Math.min(losses, Math.max(0, income));
    losses += Math.max(0, -income) - offset;
    return taxRate * Math.max(0, income - offset);
  });
}
