/** Every cash flow of a rental project at a given price, line by line and period by period. */
import { element } from '../element.ts';
import type { Project } from '../project.ts';
import { debtService } from './debt-service.ts';
import { depreciationIn } from './depreciation.ts';
import { incomeTax } from './income-tax.ts';
import { creditedShare } from './prepay-credit.ts';
import { timeline } from './timeline.ts';

/** USD per GPU at times 0 to `periods`. Costs are positive in their own line and negative in `net`. */
export interface CashFlows {
  /** Time at which the delay is over and service starts. */
  readonly serviceStart: number;
  /** Time of the last flow. */
  readonly periods: number;
  readonly capex: readonly number[];
  readonly prepay: readonly number[];
  readonly invoice: readonly number[];
  readonly credit: readonly number[];
  readonly opex: readonly number[];
  /** Not cash: it only lowers taxable income. */
  readonly depreciation: readonly number[];
  readonly residual: readonly number[];
  readonly debtDraw: readonly number[];
  readonly interest: readonly number[];
  readonly principal: readonly number[];
  readonly taxableIncome: readonly number[];
  readonly tax: readonly number[];
  readonly net: readonly number[];
}

/**
 * Revenue is taxed when invoiced, not when prepaid, and the residual is worth its book value, so it bears no tax.
 * Opex runs over all calendar hours, billed or not.
 */
export function cashFlows(project: Project, pricePerGpuHour: number): CashFlows {
  const { capexPerGpu, periodsPerYear, residualFraction } = project;
  const { servicePeriods, lastTime, hoursPerPeriod, serviceAt } = timeline(project);
  const line = (at: (time: number) => number) => lineTo(lastTime, at);
  const once = (when: number, amount: number) => line((time) => (time === when ? amount : 0));
  const perService = (amountIn: (servicePeriod: number) => number) =>
    line((time) => {
      const servicePeriod = serviceAt(time);
      return servicePeriod === undefined ? 0 : amountIn(servicePeriod);
    });

  const invoiced = pricePerGpuHour * hoursPerPeriod * project.utilization;
  const opexAtFirst =
    (project.opexPerGpuHour + (project.opexPctCapexPerYear * capexPerGpu) / project.hoursPerYear) * hoursPerPeriod;
  const yearsServed = (servicePeriod: number) => Math.floor((servicePeriod - 1) / periodsPerYear);
  const { draw, payments } = debtService(project);

  const capex = once(0, capexPerGpu);
  const prepay = once(0, project.prepayFraction * servicePeriods * invoiced);
  const invoice = perService(() => invoiced);
  const credit = perService((k) => creditedShare(project, k) * invoiced);
  const opex = perService((k) => opexAtFirst * (1 + project.opexEscalation) ** yearsServed(k));
  const depreciation = perService((k) => depreciationIn(project, k));
  const residual = once(lastTime, residualFraction * capexPerGpu);
  const debtDraw = once(0, draw);
  const interest = line((time) => payments[time - 1]?.interest ?? 0);
  const principal = line((time) => payments[time - 1]?.principal ?? 0);

  const taxableIncome = line(
    (t) => element(invoice, t) - element(opex, t) - element(depreciation, t) - element(interest, t),
  );
  const tax = incomeTax(project, taxableIncome);
  const received = (t: number) =>
    element(prepay, t) + element(invoice, t) + element(residual, t) + element(debtDraw, t);
  const operating = (t: number) => element(credit, t) + element(opex, t) + element(tax, t);
  const financing = (t: number) => element(interest, t) + element(principal, t);
  const net = line((t) => received(t) - element(capex, t) - operating(t) - financing(t));

  return {
    serviceStart: project.startDelayPeriods,
    periods: lastTime,
    capex,
    prepay,
    invoice,
    credit,
    opex,
    depreciation,
    residual,
    debtDraw,
    interest,
    principal,
    taxableIncome,
    tax,
    net,
  };
}

function lineTo(lastTime: number, at: (time: number) => number): readonly number[] {
  const amounts: number[] = [];
  for (let time = 0; time <= lastTime; time++) amounts.push(at(time));
  return amounts;
}
