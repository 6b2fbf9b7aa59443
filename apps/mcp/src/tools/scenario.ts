/** `scenario`: what becomes of floor, IRR and ceilings when an assumption moves. */
import { leverIds, readScenario, scenarioFrom, scenarioQuery } from '@bandgap/views';
import { z } from 'zod';
import { defineTool } from '../define-tool.ts';

const levers = Object.fromEntries(leverIds.map((id) => [id, z.number().optional()]));

const level = z.object({ label: z.string(), usdPerGpuHour: z.number(), overFloor: z.number() });

export const scenario = defineTool({
  name: 'scenario',
  title: 'What if',
  description:
    'Moves assumptions of a system and works out the floor, the IRR at a rental price, the ceilings and who captures what is between. Called with nothing it gives the published figures and the levers with their ranges. Percentages are in percent, prices in the unit of the lever.',
  input: z.object({
    system: z.string().optional().describe('vr-nvl72 if absent; an unknown one is answered with those there are.'),
    set: z.iso.date().optional().describe('Date of the set of figures.'),
    ...levers,
  }),
  output: z.object({
    system: z.string(),
    tenor: z.string(),
    figuresOf: z.iso.date().describe('The date of the assumptions.'),
    unit: z.string().describe('Of every price here.'),
    floor: z.number(),
    hurdleIrr: z.number().describe('A fraction.'),
    price: z.number().describe('The rental price the IRR is worked out at.'),
    irr: z.number().nullable().describe('A fraction; null where there is none.'),
    ceilings: z.array(level),
    captured: z.array(z.object({ party: z.string(), usdPerGpuHour: z.number(), share: z.number().nullable() })),
    receipts: z.object({ floor: z.string().optional(), ceilings: z.string().optional() }),
    receiptsNote: z.string(),
    levers: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        value: z.number(),
        unit: z.string(),
        min: z.number(),
        max: z.number(),
        source: z.string(),
        sourceDate: z.string(),
      }),
    ),
    page: z.string().describe('Path of the same scenario on the dashboard.'),
  }),
  answer: async ({ db }, asked) => {
    const given = Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const wanted = scenarioFrom(Object.fromEntries(given));
    const figures = await readScenario(db.query, wanted);
    const { project, set } = wanted.subject;
    return {
      system: project.system,
      tenor: project.tenor,
      figuresOf: set,
      unit: 'USD/GPU-hr',
      floor: figures.floorPricePerGpuHour,
      hurdleIrr: figures.hurdleIrr,
      price: figures.pricePerGpuHour,
      irr: figures.irr.irr,
      ceilings: figures.ceilings.map(({ label, pricePerGpuHour, overFloor }) => ({
        label,
        usdPerGpuHour: pricePerGpuHour,
        overFloor,
      })),
      captured: figures.captured.parts.map(({ party, perGpuHour, share }) => ({
        party,
        usdPerGpuHour: perGpuHour,
        share,
      })),
      receipts: figures.receipts,
      receiptsNote: 'A figure worked out for this scenario only has no receipt: cite the levers instead.',
      levers: wanted.levers.map(({ id, label, value, unit, min, max, origin }) => ({
        id,
        label,
        value,
        unit,
        min,
        max,
        source: origin.source,
        sourceDate: origin.asOf,
      })),
      page: `/one-chart?${scenarioQuery(wanted)}`,
    };
  },
});
