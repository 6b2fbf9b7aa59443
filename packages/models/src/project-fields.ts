/** The fields of a rental project, each with its range and default. */
import { z } from 'zod';
import { nonNegative, positive, positiveShare, rate, share } from './fields.ts';
import { MAX_PERIODS } from './periods.ts';

/** What a project is unless it says otherwise: five years, paid yearly in arrears, no prepayment, no tax, no debt. */
export const projectDefaults = {
  ancillaryCapexPerGpu: 0,
  opexPerGpuHour: 0,
  opexPctCapexPerYear: 0,
  opexEscalation: 0,
  termYears: 5,
  periodsPerYear: 1,
  hoursPerYear: 8760,
  utilization: 1,
  prepayFraction: 0,
  prepayCredit: 'rateable',
  prepayDeferYears: 0,
  timing: 'arrears',
  startDelayPeriods: 0,
  residualFraction: 0,
  taxRate: 0,
  depreciationYears: 5,
  lossTreatment: 'refund',
  basis: 'project',
  debtFraction: 0,
  debtRate: 0,
} as const;

const d = projectDefaults;

export const termsShape = {
  /** USD per GPU and calendar hour, billed or not. */
  opexPerGpuHour: nonNegative.default(d.opexPerGpuHour),
  /** Share of capex spent on operation per year, on top of `opexPerGpuHour`. */
  opexPctCapexPerYear: nonNegative.default(d.opexPctCapexPerYear),
  /** Growth of opex per year of service, in steps. */
  opexEscalation: rate.default(d.opexEscalation),
  termYears: positive.default(d.termYears),
  periodsPerYear: z.number().default(d.periodsPerYear),
  hoursPerYear: positive.default(d.hoursPerYear),
  /** Share of the hours that are billed. */
  utilization: positiveShare.default(d.utilization),
  /** Share of the contract value received at signing. */
  prepayFraction: share.default(d.prepayFraction),
  /** How the prepayment is credited: evenly, to the first or last invoices, or evenly after `prepayDeferYears`. */
  prepayCredit: z.enum(['rateable', 'first', 'last', 'deferred']).default(d.prepayCredit),
  prepayDeferYears: nonNegative.default(d.prepayDeferYears),
  timing: z.enum(['arrears', 'advance']).default(d.timing),
  /** Periods between paying for the system and the first period of service. */
  startDelayPeriods: nonNegative.max(MAX_PERIODS).default(d.startDelayPeriods),
  /** Resale value at the end as a share of capex. */
  residualFraction: share.default(d.residualFraction),
  taxRate: z.number().min(0).lt(1).default(d.taxRate),
  depreciationYears: positive.default(d.depreciationYears),
  /** A loss is refunded at once, or carried forward against later profit. */
  lossTreatment: z.enum(['refund', 'carryforward']).default(d.lossTreatment),
  /** Debt counts only on the equity basis. */
  basis: z.enum(['project', 'equity']).default(d.basis),
  debtFraction: share.default(d.debtFraction),
  debtRate: nonNegative.default(d.debtRate),
  /** The term of the contract unless given. */
  debtTermYears: positive.optional(),
};

export const capexShape = {
  capexPerGpu: nonNegative.optional(),
  systemPricePerGpu: nonNegative.optional(),
  ancillaryCapexPerGpu: nonNegative.optional(),
};

export type RawTerms = z.output<z.ZodObject<typeof termsShape>>;
export type RawCapex = z.output<z.ZodObject<typeof capexShape>>;
