/** One offer of GPUs, in whatever unit the seller uses, as a price per GPU-hour. */
import type { GpuId } from '@bandgap/catalog';
import { type Instant, quote, type RentalTerms, type Row, skip } from '@bandgap/core';
import { isGpuCount } from './gpu-count.ts';

export interface RentalOffer {
  readonly venue: string;
  /** What is on offer, in the seller's words. */
  readonly name: string;
  readonly gpu: GpuId | undefined;
  /** Not yet known to be a number. */
  readonly usdPerHour: unknown;
  /** The GPUs that the price is for, as the seller or the table of machines says; never assumed. */
  readonly gpus: number | 'each' | undefined;
  readonly terms: Omit<RentalTerms, 'kind'>;
  readonly observedAt?: Instant;
  readonly at: string;
}

/** A quote, or the skip that says what is missing. A price for a machine is for an order of all its GPUs. */
export function rentalRow(offer: RentalOffer): Row {
  const { venue, name, gpu, usdPerHour, gpus, terms, observedAt, at } = offer;
  if (gpu === undefined) return skip('unknown_subject', `${name} at ${venue}`, at);
  if (typeof usdPerHour !== 'number' || !Number.isFinite(usdPerHour) || usdPerHour <= 0)
    return skip('not_a_price', `${name} at ${venue}: ${usdPerHour}`, at);
  if (gpus === undefined) return skip('unknown_unit', `${name} at ${venue}: for how many GPUs?`, at);
  if (gpus !== 'each' && !isGpuCount(gpus))
    return skip('implausible', `gpu-count: no machine has ${gpus} GPUs: ${name} at ${venue}`, at);

  const order = gpus === 'each' ? {} : { minGpus: gpus };
  return quote({
    series: {
      subject: gpu,
      metric: 'rental',
      venue,
      terms: { kind: 'rental', ...terms, ...order },
      unit: 'USD/GPU-hr',
    },
    value: gpus === 'each' ? usdPerHour : usdPerHour / gpus,
    ...(observedAt !== undefined && { observedAt }),
    at,
  });
}

/** A number, or text that is one: `"15.120000"`, `"$49.24"`. Anything else stays as it is. */
export function numberIn(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim().replace(/^\$/, '').replaceAll(',', '');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : value;
}
