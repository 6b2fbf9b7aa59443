/** The figures people look at first, each with its date and its receipt. */
import { ceilingProjects, floorProjects, indexDefinitions, memoryPart } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';
import { latestRun, type Query, type StoredRun } from '@bandgap/db';
import { isPublishable, sourceById } from '@bandgap/sources';
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
  read(run: StoredRun): readonly Omit<Figure, 'asOf' | 'receipt' | 'publishable'>[];
}

const Floor = z.object({ floorPricePerGpuHour: z.number() });
const Ceiling = z.object({ parityPricePerGpuHour: z.number(), conservativePricePerGpuHour: z.number() });
const Blend = z.object({ blendedPerMTok: z.number() });
const UnitPrice = z.object({ price: z.number(), unit: z.string(), usdPerGb: z.number() });
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
  read: ({ output }) => [
    {
      id: `floor/${id}`,
      label: `floor: ${label}`,
      value: Floor.parse(output).floorPricePerGpuHour,
      unit: 'USD/GPU-hr',
    },
  ],
}));

const ceilings: readonly Headline[] = ceilingProjects.map(({ id, system, reference }) => ({
  model: 'value-ceiling',
  subject: id,
  read: ({ output }) => {
    const { conservativePricePerGpuHour, parityPricePerGpuHour } = Ceiling.parse(output);
    const unit = 'USD/GPU-hr';
    return [
      {
        id: `ceiling/${id}/conservative`,
        label: `ceiling: ${system}, conservative`,
        value: conservativePricePerGpuHour,
        unit,
      },
      {
        id: `ceiling/${id}/parity`,
        label: `ceiling: ${system}, value parity with ${reference}`,
        value: parityPricePerGpuHour,
        unit,
      },
    ];
  },
}));

/** An index that lost its panel keeps showing the last value that stood, with its own date. */
const indices: readonly Headline[] = indexDefinitions.map(({ id, name }) => ({
  model: 'rental-index',
  subject: id,
  confidence: ['ok', 'low'],
  read: ({ output }) => {
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
  read: ({ output }) => [
    {
      id: `blend/${model}`,
      label: `blended price: ${model} at 300:1`,
      value: Blend.parse(output).blendedPerMTok,
      unit: 'USD/MTok',
    },
  ],
});

const memory = (source: string, part: string): Headline => ({
  model: 'memory-unit-price',
  subject: `${source}/${part}/spot`,
  read: ({ output }) => {
    const { price, unit, usdPerGb } = UnitPrice.parse(output);
    const label = `memory: ${memoryPart(part)?.name ?? part} spot, ${source}`;
    return [{ id: `memory/${source}/${part}`, label, value: price, unit, note: `${usdPerGb.toFixed(2)} USD/GB` }];
  },
});

const headlines: readonly Headline[] = [
  ...floors,
  ...ceilings,
  ...indices,
  blend('anthropic/claude-opus-4-7'),
  memory('dramexchange', 'dram-ddr5-16gb-4800'),
  memory('memory-reference', 'dram-ddr5-16gb-4800'),
];

/** The newest of every headline figure; those that nothing was computed for yet are left out. */
export async function readFigures(query: Query): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const headline of headlines) {
    const { model, subject } = headline;
    const run = (await latestRun(query, headline)) ?? (await latestRun(query, { model, subject }));
    if (run === undefined) continue;
    const { asOf, receipt } = run;
    figures.push(
      ...headline.read(run).map((figure) => ({ ...figure, asOf, receipt, publishable: publishableRun(run) })),
    );
  }
  return figures;
}

/** A figure may be republished when all it was read from may be. */
const publishableRun = ({ inputs }: StoredRun): boolean =>
  inputs.every((input) => {
    if (input.kind !== 'observation') return true;
    const source = sourceById(input.series.source);
    return source !== undefined && isPublishable(source);
  });
