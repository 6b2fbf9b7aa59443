/** The row that InferenceX keeps for each GPU: its power and what an hour of it costs whom. */
import type { Assumption } from './assumption.ts';
import { type Citation, inferenceX } from './citations.ts';

type Figure = Omit<Assumption, 'id' | 'role'>;

interface InferenceXRow {
  /** All-in power at the meter. */
  readonly utilityKw: number;
  /** USD per GPU-hour to own, and to rent for three years. */
  readonly hyperscaler: number;
  readonly neocloud: number;
  readonly rental3y: number;
}

export function inferenceXCosts(row: InferenceXRow): Readonly<Record<string, Figure>> {
  const perHour = (value: number): Figure => ({ value, unit: 'USD per GPU-hour', basis: 'sourced', ...inferenceX });
  return {
    utilityKwPerGpu: { value: row.utilityKw, unit: 'kW', basis: 'sourced', ...inferenceX },
    tcoHyperscalerPerGpuHour: perHour(row.hyperscaler),
    tcoNeocloudPerGpuHour: perHour(row.neocloud),
    rental3yPerGpuHour: perHour(row.rental3y),
  };
}

/** IT power behind a figure taken at the meter, with the PUE of the operating costs. */
export const itPowerFromUtility = (utilityKw: number, citation: Citation): Figure => ({
  value: utilityKw / 1.35,
  unit: 'kW',
  basis: 'inferred',
  note: `${utilityKw} kW all-in utility power per GPU, divided by a PUE of 1.35.`,
  ...citation,
});
