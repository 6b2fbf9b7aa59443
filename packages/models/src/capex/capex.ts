/** All-in capex of one GPU from a price per watt, split into the system and what stands around it. */

export interface CapexQuestion {
  /** USD per watt of all-in critical IT power. */
  readonly capexPerWatt: number;
  readonly wattsPerGpu: number;
  /** Share of the all-in figure, before the network uplift, that is the system itself. */
  readonly systemShare: number;
  /** Extra networking as a share of the all-in figure. */
  readonly networkUplift: number;
  /** Change of the system price as a share; -1 would make it free. */
  readonly systemPriceShock: number;
}

/** USD per GPU; `capexPerWatt` is after uplift and shock, null where there are no watts. */
export interface Capex {
  readonly systemPricePerGpu: number;
  readonly ancillaryCapexPerGpu: number;
  readonly capexPerGpu: number;
  readonly capexPerWatt: number | null;
}

export function capexPerGpu(question: CapexQuestion): Capex {
  const { capexPerWatt, wattsPerGpu, systemShare, networkUplift, systemPriceShock } = question;
  const beforeUplift = capexPerWatt * wattsPerGpu;
  const baseSystem = beforeUplift * systemShare;
  const ancillary = beforeUplift * (1 + networkUplift) - baseSystem;
  const system = baseSystem * (1 + systemPriceShock);
  const total = system + ancillary;
  return {
    systemPricePerGpu: system,
    ancillaryCapexPerGpu: ancillary,
    capexPerGpu: total,
    capexPerWatt: wattsPerGpu > 0 ? total / wattsPerGpu : null,
  };
}
