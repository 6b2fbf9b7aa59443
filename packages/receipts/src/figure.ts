/** The figures people look at first, each with its date and its receipt. */
import { ceilingProjects, floorProjects, headlineIndices, memoryPart } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';
import { newestAnswers, type Query, type StoredRun } from '@bandgap/db';
import { mayPublish } from '@bandgap/sources';
import { z } from 'zod';

export interface Figure {
  readonly id: string;
  readonly label: string;
  /** Null where the model says that there is none; `note` then says why. */
  readonly value: number | null;
  readonly unit: string;
  readonly asOf: Instant;
  readonly receipt: string;
  /** The range the value keeps whichever single constituent is left out. */
  readonly low?: number;
  readonly high?: number;
  /** How many constituents. */
  readonly n?: number;
  readonly note?: string;
  readonly publishable: boolean;
}

/** What is asked for: a model and a subject, and how its output reads as figures. */
interface Headline {
  readonly model: string;
  readonly subject: string;
  /** Shown by preference; where no run states it, the newest of all is. */
  readonly confidence?: readonly string[];
  read(output: StoredRun['output']): readonly Omit<Figure, 'asOf' | 'receipt' | 'publishable'>[];
}

const Floor = z.object({ floorPricePerGpuHour: z.number() });
const Ceiling = z.object({ parityPricePerGpuHour: z.number(), conservativePricePerGpuHour: z.number() });
const Blend = z.object({ blendedPerMTok: z.number(), status: z.enum(['confirmed', 'pending']).optional() });
const UnitPrice = z.object({ price: z.number(), unit: z.string(), usdPerGb: z.number() });
const PassThrough = z.object({ floorPricePerGpuHour: z.number(), costPerGb: z.number() });
const Index = z.object({
  pricePerGpuHour: z.number().nullable(),
  reason: z.string().optional(),
  n: z.number(),
  confidence: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const floors: readonly Headline[] = floorProjects.map(({ id, label }) => ({
  model: 'rental-floor',
  subject: id,
  read: (output) => [
    {
      id: `floor/${id}`,
      label: `floor: ${label}`,
      value: Floor.parse(output).floorPricePerGpuHour,
      unit: 'USD/GPU-hr',
    },
  ],
}));

/** `vr-nvl72` as VR NVL72. */
const nameOf = (system: string): string => system.replaceAll('-', ' ').toUpperCase();

const ceilings: readonly Headline[] = ceilingProjects.map(({ id, system, reference }) => ({
  model: 'value-ceiling',
  subject: id,
  read: (output) => {
    const { conservativePricePerGpuHour, parityPricePerGpuHour } = Ceiling.parse(output);
    const unit = 'USD/GPU-hr';
    return [
      {
        id: `ceiling/${id}/conservative`,
        label: `ceiling: ${nameOf(system)}, conservative`,
        value: conservativePricePerGpuHour,
        unit,
      },
      {
        id: `ceiling/${id}/parity`,
        label: `ceiling: ${nameOf(system)}, value parity with ${nameOf(reference)}`,
        value: parityPricePerGpuHour,
        unit,
      },
    ];
  },
}));

/** An index that lost its panel keeps showing the last value that stood, with its own date. */
const indices: readonly Headline[] = headlineIndices.map(({ id, name }) => ({
  model: 'rental-index',
  subject: id,
  confidence: ['ok', 'low'],
  read: (output) => {
    const { pricePerGpuHour, reason, n, confidence, low, high } = Index.parse(output);
    const note = reason ?? (confidence === 'ok' ? undefined : `confidence ${confidence}`);
    return [
      {
        id: `index/${id}`,
        label: `index: ${name}`,
        value: pricePerGpuHour,
        unit: 'USD/GPU-hr',
        n,
        ...(low === null || high === null ? {} : { low, high }),
        ...(note === undefined ? {} : { note }),
      },
    ];
  },
}));

const blend = (model: string): Headline => ({
  model: 'blended-price',
  subject: model,
  read: (output) => {
    const { blendedPerMTok: value, status } = Blend.parse(output);
    const label = `blended price: ${model} at 300:1`;
    const note = status === 'pending' ? { note: 'of a price that nobody confirms' } : {};
    return [{ id: `blend/${model}`, label, value, unit: 'USD/MTok', ...note }];
  },
});

const memory = (source: string, part: string): Headline => ({
  model: 'memory-unit-price',
  subject: `${source}/${part}/spot`,
  read: (output) => {
    const { price, unit, usdPerGb } = UnitPrice.parse(output);
    const label = `memory: ${memoryPart(part)?.name ?? part} spot, ${source}`;
    return [{ id: `memory/${source}/${part}`, label, value: price, unit, note: `${usdPerGb.toFixed(2)} USD/GB` }];
  },
});

const passThrough: Headline = {
  model: 'memory-pass-through',
  subject: 'vr-nvl72/55296-gb/memory-reference',
  read: (output) => {
    const { floorPricePerGpuHour: value, costPerGb } = PassThrough.parse(output);
    const label = 'floor: VR NVL72 at the LPDDR5X proxy';
    return [{ id: 'floor/lpddr5x-proxy', label, value, unit: 'USD/GPU-hr', note: `at ${costPerGb.toFixed(2)} USD/GB` }];
  },
};

const headlines: readonly Headline[] = [
  ...floors,
  ...ceilings,
  ...indices,
  blend('anthropic/claude-opus-4-7'),
  memory('dramexchange', 'dram-ddr5-16gb-4800'),
  memory('memory-reference', 'dram-ddr5-16gb-4800'),
  passThrough,
];

/** The newest of every headline figure; those that nothing was computed for yet are left out. `mayLeave` tells whether a source may be published. */
export async function readFigures(
  query: Query,
  mayLeave: (source: string) => boolean = (source) => mayPublish(source),
): Promise<readonly Figure[]> {
  const answers = await newestAnswers(query, headlines);
  return answers.flatMap(({ place, asOf, receipt, sources, output }) => {
    const publishable = sources.every(mayLeave);
    return headlines[place]?.read(output).map((figure) => ({ ...figure, asOf, receipt, publishable })) ?? [];
  });
}
