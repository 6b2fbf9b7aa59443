/** The shapes of stored outputs, as far as pages show them. */
import { z } from 'zod';

const price = z.number().nullable();

export const IndexOutput = z.object({
  pricePerGpuHour: price,
  reason: z.string().optional(),
  low: price,
  high: price,
  n: z.number(),
  confidence: z.enum(['ok', 'low', 'insufficient', 'degraded']),
  constituents: z.array(
    z.object({
      owner: z.string(),
      provider: z.string(),
      source: z.string(),
      price: z.number(),
      weight: z.number(),
      observedAt: z.string(),
      seenAt: z.string(),
      withheld: z.exactOptional(z.literal(true)),
      conflict: z.exactOptional(z.object({ source: z.string(), price: z.number() })),
    }),
  ),
  excluded: z.array(
    z.object({
      provider: z.string(),
      price: z.number(),
      reason: z.enum([
        'unknown_provider',
        'reseller',
        'other_segment',
        'other_tenor',
        'not_an_offer',
        'not_a_market',
        'not_yet_known',
        'stale',
        'other_listing_of_owner',
      ]),
    }),
  ),
});

export const FloorOutput = z.object({
  floorPricePerGpuHour: z.number(),
  capexPerGpu: z.number(),
  opexPerGpuHour: z.number(),
});

export const CeilingOutput = z.object({
  conservativePricePerGpuHour: z.number(),
  parityPricePerGpuHour: z.number(),
});

export const BlendOutput = z.object({ blendedPerMTok: z.number() });

export const UnitPriceOutput = z.object({ price: z.number() });
