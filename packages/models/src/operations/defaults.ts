/** Every default of the operations; those of a project are in `projectDefaults`. */

export const operationDefaults = {
  capex: { systemShare: 1, networkUplift: 0, systemPriceShock: 0 },
  opex: {
    coloPerKwMonth: 0,
    pue: 1,
    powerUtilization: 1,
    electricityPerKwh: 0,
    otherPctCapexPerYear: 0,
    capexPerGpu: 0,
    otherPerGpuHour: 0,
    hoursPerYear: 8760,
  },
  tco: { wacc: 0, itLifeYears: 4, dcLifeYears: 15, opexPerGpuHour: 0 },
  tokenCost: { utilization: 1 },
  tokenCeiling: { utilization: 1, targetMargin: 0 },
  tokenRatio: { tcoRatio: 1, priceRatio: 1 },
  tokenPrices: { cacheWriteShare: 0 },
  cashFloor: { yearOfService: 1 },
  memory: { otherSystemPricePerGpu: 0 },
  chart: { ancillaryCapexPerGpu: 0 },
  valueSplit: { memoryCostDeltaPerGpu: 0, foundryCostDeltaPerGpu: 0 },
} as const;
