/** What has to hold between the fields of a project. */
import type { z } from 'zod';
import { refusal } from './fields.ts';
import { isWhole, MAX_PERIODS, periodsIn, WHOLE_WITHIN } from './periods.ts';
import type { RawCapex, RawTerms } from './project-fields.ts';

export function checkCapex(capex: RawCapex, ctx: z.RefinementCtx): void {
  const bySystem = capex.systemPricePerGpu !== undefined || capex.ancillaryCapexPerGpu !== undefined;
  if (capex.capexPerGpu !== undefined && bySystem)
    ctx.addIssue(
      refusal('conflicting_fields', 'capexPerGpu', 'either capexPerGpu or a system price with its ancillaries'),
    );
  if (capex.capexPerGpu === undefined && capex.systemPricePerGpu === undefined)
    ctx.addIssue(refusal('missing_field', bySystem ? 'systemPricePerGpu' : 'capexPerGpu', 'USD per GPU'));
}

export function checkTerms(terms: RawTerms, ctx: z.RefinementCtx): void {
  if ([1, 2, 4, 12].includes(terms.periodsPerYear)) {
    checkPeriods(terms, ctx);
    checkDeferral(terms, ctx);
  } else {
    ctx.addIssue(refusal('bad_choice', 'periodsPerYear', 'one of 1, 2, 4, 12'));
  }
}

function checkPeriods(terms: RawTerms, ctx: z.RefinementCtx): void {
  const { periodsPerYear, startDelayPeriods, termYears, prepayDeferYears, depreciationYears } = terms;
  const debtTermYears = terms.debtTermYears ?? termYears;
  const whole = `a whole number of periods at ${periodsPerYear} per year`;
  for (const [field, years] of Object.entries({ termYears, prepayDeferYears, depreciationYears, debtTermYears }))
    if (!isWhole(years * periodsPerYear)) ctx.addIssue(refusal('not_integral', field, whole));
  if (!isWhole(startDelayPeriods)) ctx.addIssue(refusal('not_integral', 'startDelayPeriods', whole));

  const periods = periodsIn(termYears, periodsPerYear);
  if (periods < 1 || periods > MAX_PERIODS)
    ctx.addIssue(refusal('out_of_range', 'termYears', `1 to ${MAX_PERIODS} periods at ${periodsPerYear} per year`));
  if (periodsIn(debtTermYears, periodsPerYear) > startDelayPeriods + periods)
    ctx.addIssue(refusal('out_of_range', 'debtTermYears', 'a debt repaid by the end of the project'));
}

function checkDeferral(terms: RawTerms, ctx: z.RefinementCtx): void {
  const { prepayCredit, prepayFraction, termYears, prepayDeferYears, periodsPerYear } = terms;
  if (prepayCredit !== 'deferred') return;
  const periods = periodsIn(termYears, periodsPerYear);
  const creditable = periods - periodsIn(prepayDeferYears, periodsPerYear);
  if (creditable > 0 && prepayFraction * periods <= creditable + WHOLE_WITHIN) return;
  const limit = `at most the ${Math.max(0, creditable)} of ${periods} invoices left after the deferral`;
  ctx.addIssue(refusal('prepay_exceeds_creditable', 'prepayFraction', limit));
}
