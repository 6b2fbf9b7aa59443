/** A memory part's price per gigabyte, so that chips, modules and stacks can be compared. */

/** `capacityGb` is in gigabytes of 8 gigabits: a 16 Gb chip holds 2. */
export const usdPerGb = (pricePerPart: number, capacityGb: number): number => pricePerPart / capacityGb;
