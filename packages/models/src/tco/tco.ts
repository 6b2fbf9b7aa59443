/** Total cost of ownership of one GPU-hour: capital as a monthly annuity at the cost of capital, plus operation. */
import { levelPayment } from '../cash-flows/debt-service.ts';

const HOURS_PER_MONTH = 730;

export interface TcoQuestion {
  readonly itCapexPerGpu: number;
  /** Nominal annual rate, charged monthly at a twelfth. */
  readonly wacc: number;
  readonly itLifeYears: number;
  /** USD of data centre per GPU; absent where it is rented and so part of opex. */
  readonly dcCapexPerGpu?: number | undefined;
  readonly dcLifeYears: number;
  readonly dcWacc?: number | undefined;
  readonly opexPerGpuHour: number;
}

/** USD per GPU-hour. */
export interface Tco {
  readonly itCapitalPerGpuHour: number;
  readonly dcCapitalPerGpuHour: number;
  readonly opexPerGpuHour: number;
  readonly tcoPerGpuHour: number;
}

export function totalCostOfOwnership(question: TcoQuestion): Tco {
  const { itCapexPerGpu, wacc, dcCapexPerGpu = 0, dcWacc = wacc, opexPerGpuHour } = question;
  const itCapitalPerGpuHour = capitalPerHour(itCapexPerGpu, wacc, question.itLifeYears);
  const dcCapitalPerGpuHour = capitalPerHour(dcCapexPerGpu, dcWacc, question.dcLifeYears);
  return {
    itCapitalPerGpuHour,
    dcCapitalPerGpuHour,
    opexPerGpuHour,
    tcoPerGpuHour: itCapitalPerGpuHour + dcCapitalPerGpuHour + opexPerGpuHour,
  };
}

const capitalPerHour = (capex: number, annualRate: number, lifeYears: number): number =>
  levelPayment(capex, annualRate / 12, lifeYears * 12) / HOURS_PER_MONTH;
