/** Operating cost of one GPU-hour from its parts. */

export interface OpexQuestion {
  readonly itKwPerGpu: number;
  /** USD per kW of IT power and month; electricity is separate. */
  readonly coloPerKwMonth: number;
  readonly pue: number;
  /** Mean draw as a share of the IT power. */
  readonly powerUtilization: number;
  readonly electricityPerKwh: number;
  /** Support, spares, staff and insurance as a share of capex per year. */
  readonly otherPctCapexPerYear: number;
  readonly capexPerGpu: number;
  readonly otherPerGpuHour: number;
  readonly hoursPerYear: number;
}

/** USD per GPU-hour. */
export interface Opex {
  readonly colocation: number;
  readonly electricity: number;
  readonly otherPctCapex: number;
  readonly otherFixed: number;
  readonly opexPerGpuHour: number;
}

export function opexPerGpuHour(question: OpexQuestion): Opex {
  const { itKwPerGpu, hoursPerYear } = question;
  const colocation = (itKwPerGpu * question.coloPerKwMonth * 12) / hoursPerYear;
  const electricity = itKwPerGpu * question.pue * question.powerUtilization * question.electricityPerKwh;
  const otherPctCapex = (question.otherPctCapexPerYear * question.capexPerGpu) / hoursPerYear;
  const otherFixed = question.otherPerGpuHour;
  return {
    colocation,
    electricity,
    otherPctCapex,
    otherFixed,
    opexPerGpuHour: colocation + electricity + otherPctCapex + otherFixed,
  };
}
