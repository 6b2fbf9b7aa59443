/** A rental project of one GPU: what it costs, how the contract pays, and on which calendar. */
import { z } from 'zod';
import { checkCapex, checkTerms } from './project-checks.ts';
import { capexShape, projectDefaults, type RawTerms, termsShape } from './project-fields.ts';

/** Everything about a project but its price tag. */
export const projectTermsSchema = z.strictObject(termsShape).superRefine(checkTerms).transform(withDebtTerm);

export const projectSchema = z
  .strictObject({ ...capexShape, ...termsShape })
  .superRefine(checkCapex)
  .superRefine(checkTerms)
  .transform(({ capexPerGpu, systemPricePerGpu = 0, ancillaryCapexPerGpu, ...terms }) => ({
    ...withDebtTerm(terms),
    capexPerGpu: capexPerGpu ?? systemPricePerGpu + (ancillaryCapexPerGpu ?? projectDefaults.ancillaryCapexPerGpu),
  }));

export type ProjectTerms = Readonly<z.output<typeof projectTermsSchema>>;
export type Project = Readonly<z.output<typeof projectSchema>>;
export type ProjectInput = Readonly<z.input<typeof projectSchema>>;

/** The numeric fields a sensitivity may vary. */
export const projectNumbers: ReadonlySet<string> = new Set(
  Object.entries({ ...capexShape, ...termsShape })
    .filter(([, field]) => !(field instanceof z.ZodDefault && field.unwrap() instanceof z.ZodEnum))
    .map(([name]) => name),
);

function withDebtTerm<T extends RawTerms>(terms: T) {
  return { ...terms, debtTermYears: terms.debtTermYears ?? terms.termYears };
}
