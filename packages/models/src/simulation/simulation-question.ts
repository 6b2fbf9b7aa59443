/** What a simulation is asked: a project, which of its inputs are uncertain and how, how many draws, which seed. */
import { z } from 'zod';
import { nonNegative, positive, positiveShare, rate, refusal, share } from '../fields.ts';
import { projectSchema } from '../project.ts';

/** Each with the values it may take. Capex may be drawn as a product: USD per watt times watts. */
const drawnFields = {
  capexPerGpu: nonNegative,
  capexPerWatt: nonNegative,
  wattsPerGpu: nonNegative,
  opexPerGpuHour: nonNegative,
  utilization: positiveShare,
  residualFraction: share,
  prepayFraction: share,
  startDelayPeriods: z.int().min(0).max(600),
  hurdleIrr: rate,
};

export type DrawnParam = keyof typeof drawnFields;
const params = [
  'capexPerGpu',
  'capexPerWatt',
  'wattsPerGpu',
  'opexPerGpuHour',
  'utilization',
  'residualFraction',
  'prepayFraction',
  'startDelayPeriods',
  'hurdleIrr',
] as const satisfies readonly DrawnParam[];

const ends = { low: z.number(), high: z.number() };
const distribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('uniform'), ...ends }),
  z.strictObject({ kind: z.literal('integer'), ...ends }),
  z.strictObject({ kind: z.literal('triangular'), ...ends, mode: z.number() }),
  z.strictObject({ kind: z.literal('lognormal'), median: positive, sigma: nonNegative }),
]);

const drawnInput = z.strictObject({ param: z.enum(params), distribution }).superRefine((input, ctx) => {
  const problem = problemOf(input);
  if (problem !== undefined) ctx.addIssue(problem);
});

export const simulationSchema = z
  .strictObject({
    /** An input that is drawn replaces its value here. */
    project: projectSchema,
    hurdleIrr: rate,
    inputs: z.array(drawnInput).min(1),
    draws: z.int().min(1).max(1_000_000),
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    marketPricePerGpuHour: nonNegative.optional(),
  })
  .superRefine(({ inputs }, ctx) => {
    const drawn = inputs.map(({ param }) => param);
    const twice = drawn.find((param, index) => drawn.indexOf(param) !== index);
    if (twice !== undefined) ctx.addIssue(refusal('conflicting_fields', 'inputs', `${twice} once`));
    const [perWatt, watts] = [drawn.includes('capexPerWatt'), drawn.includes('wattsPerGpu')];
    if (perWatt !== watts) ctx.addIssue(refusal('missing_field', 'inputs', 'capexPerWatt and wattsPerGpu together'));
    if ((perWatt || watts) && drawn.includes('capexPerGpu'))
      ctx.addIssue(refusal('conflicting_fields', 'inputs', 'either capexPerGpu or its two factors'));
  });

export type SimulationQuestion = Readonly<z.output<typeof simulationSchema>>;
export type DrawnInput = Readonly<z.output<typeof drawnInput>>;

const unbounded: ReadonlySet<DrawnParam> = new Set(['capexPerGpu', 'capexPerWatt', 'wattsPerGpu', 'opexPerGpuHour']);

/** The ends of a distribution have to be values that the input may take. */
function problemOf({
  param,
  distribution: spread,
}: {
  readonly param: DrawnParam;
  readonly distribution: z.output<typeof distribution>;
}) {
  if (spread.kind === 'lognormal')
    return unbounded.has(param)
      ? undefined
      : refusal('bad_choice', 'distribution', `uniform, integer or triangular for ${param}, which has an upper end`);
  if (param === 'startDelayPeriods' && spread.kind !== 'integer')
    return refusal('bad_choice', 'distribution', 'integer for startDelayPeriods, which are whole');
  const ordered =
    spread.kind === 'triangular' ? spread.low <= spread.mode && spread.mode <= spread.high : spread.low <= spread.high;
  if (!ordered) return refusal('out_of_range', 'distribution', 'low, mode and high in this order');
  const outside = [spread.low, spread.high].find((end) => !drawnFields[param].safeParse(end).success);
  return outside === undefined ? undefined : refusal('out_of_range', 'distribution', `ends that ${param} may take`);
}
