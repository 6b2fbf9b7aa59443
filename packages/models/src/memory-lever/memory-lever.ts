/** How far the cost of memory moves the price of a system through the vendor's margin. */

export interface MemoryQuestion {
  /** What the vendor pays the memory maker, USD per gigabyte. */
  readonly costPerGb: number;
  /** The vendor's gross margin on memory. */
  readonly grossMargin: number;
  readonly gbPerGpu: number;
  readonly otherSystemPricePerGpu: number;
  readonly wattsPerGpu?: number | undefined;
  readonly gpusPerRack?: number | undefined;
}

export interface MemoryLever {
  /** What the customer pays per gigabyte. */
  readonly pricePerGb: number;
  readonly memoryPricePerGpu: number;
  readonly memoryCostPerGpu: number;
  readonly vendorMarkupPerGpu: number;
  readonly systemPricePerGpu: number;
  /** Null where the system costs nothing. */
  readonly memoryShareOfSystem: number | null;
  readonly systemCapexPerWatt?: number;
  readonly memoryPricePerRack?: number;
}

export function memoryLever(question: MemoryQuestion): MemoryLever {
  const { costPerGb, grossMargin, gbPerGpu, otherSystemPricePerGpu, wattsPerGpu, gpusPerRack } = question;
  const pricePerGb = costPerGb / (1 - grossMargin);
  const memoryPricePerGpu = pricePerGb * gbPerGpu;
  const memoryCostPerGpu = costPerGb * gbPerGpu;
  const systemPricePerGpu = memoryPricePerGpu + otherSystemPricePerGpu;
  return {
    pricePerGb,
    memoryPricePerGpu,
    memoryCostPerGpu,
    vendorMarkupPerGpu: memoryPricePerGpu - memoryCostPerGpu,
    systemPricePerGpu,
    memoryShareOfSystem: systemPricePerGpu > 0 ? memoryPricePerGpu / systemPricePerGpu : null,
    ...(wattsPerGpu !== undefined && { systemCapexPerWatt: systemPricePerGpu / wattsPerGpu }),
    ...(gpusPerRack !== undefined && { memoryPricePerRack: memoryPricePerGpu * gpusPerRack }),
  };
}
