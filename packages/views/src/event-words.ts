/** An event in one sentence. */
import { blendScenarios } from '@bandgap/catalog';
import type { StoredEvent } from '@bandgap/db';
import { z } from 'zod';

const price = z.number();
const terms = z.object({
  tier: z.string(),
  contextFrom: z.number(),
  window: z.string().optional(),
  region: z.string().optional(),
});
const of = { subject: z.string(), venue: z.string() };
const band = z.object({ tier: z.string(), contextFrom: z.number() });

const Told = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('price_changed'),
    ...of,
    metric: z.string(),
    terms,
    from: price,
    to: price,
    change: z.number(),
    confirmedBy: z.array(z.string()),
  }),
  z.object({ kind: z.literal('blend_changed'), subject: z.string(), scenario: z.string(), from: price, to: price }),
  z.object({ kind: z.literal('promo_started'), ...of, tier: z.string(), discount: z.number().optional() }),
  z.object({ kind: z.literal('promo_ended'), ...of, tier: z.string() }),
  z.object({
    kind: z.literal('change_scheduled'),
    ...of,
    effectiveOn: z.string(),
    meters: z.array(band.extend({ metric: z.string(), from: price.optional(), to: price })),
  }),
  z.object({ kind: z.literal('change_cancelled'), ...of, effectiveOn: z.string() }),
  z.object({ kind: z.literal('tier_changed'), ...of, added: z.array(band), removed: z.array(band) }),
  z.object({ kind: z.literal('time_window_changed'), ...of, from: z.array(z.string()), to: z.array(z.string()) }),
  z.object({ kind: z.literal('model_added'), subject: z.string() }),
  z.object({ kind: z.literal('model_removed'), subject: z.string() }),
  z.object({ kind: z.literal('deprecation_announced'), subject: z.string(), retiredOn: z.string() }),
  z.object({ kind: z.literal('alias_repointed'), alias: z.string(), from: z.string(), to: z.string() }),
  z.object({
    kind: z.literal('source_disagreement'),
    subject: z.string(),
    metric: z.string(),
    prices: z.array(z.object({ price, sources: z.array(z.string()) })),
  }),
  z.object({ kind: z.literal('suspect_value'), subject: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('source_stale'), source: z.string(), seenAt: z.string() }),
  z.object({ kind: z.literal('parser_drift'), source: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('document_held'), source: z.string(), reason: z.string() }),
]);
type Told = z.infer<typeof Told>;

/** Prices in USD per million tokens. A kind that nobody taught is given by its name. */
export function eventWords({ kind, subject, source, event }: StoredEvent): string {
  const told = Told.safeParse({ ...event, kind });
  return told.success ? words(told.data, source) : `${subject}: ${kind.replaceAll('_', ' ')}`;
}

function words(told: Told, source: string): string {
  switch (told.kind) {
    case 'price_changed':
      return `${seller(told)}: ${meterWords(told)} ${told.from} → ${told.to} USD/MTok (${percent(told.change)}), by ${told.confirmedBy.join(', ')}`;
    case 'blend_changed':
      return `${told.subject}: blended price ${told.from.toFixed(3)} → ${told.to.toFixed(3)} USD/MTok, ${scenarioWords(told.scenario)}`;
    case 'promo_started':
      return `${seller(told)}: ${told.tier} discounted${told.discount === undefined ? '' : ` by ${percent(told.discount, '')}`}`;
    case 'promo_ended':
      return `${seller(told)}: ${told.tier} no longer discounted`;
    case 'change_scheduled':
      return `${seller(told)}: from ${told.effectiveOn}, ${told.meters.filter(isPlain).map(announced).join(', ')} USD/MTok`;
    case 'change_cancelled':
      return `${seller(told)}: what was announced for ${told.effectiveOn} is withdrawn`;
    case 'tier_changed':
      return `${seller(told)}: ${[...told.added.map((each) => `now ${bandWords(each)}`), ...told.removed.map((each) => `no longer ${bandWords(each)}`)].join(', ')}`;
    case 'time_window_changed':
      return `${seller(told)}: hours ${told.from.join('; ') || 'none'} → ${told.to.join('; ') || 'none'}`;
    case 'model_added':
      return `${told.subject}: new on ${source}`;
    case 'model_removed':
      return `${told.subject}: gone from ${source}`;
    case 'deprecation_announced':
      return `${told.subject}: to be retired on ${told.retiredOn}`;
    case 'alias_repointed':
      return `${told.alias}: ${told.from} → ${told.to}`;
    case 'source_disagreement':
      return `${told.subject}: ${meter(told.metric)} is ${told.prices.map((said) => `${said.price} to ${said.sources.join(', ')}`).join('; ')}`;
    case 'suspect_value':
      return `${told.subject} on ${source}: ${told.reason}`;
    case 'source_stale':
      return `${told.source}: silent since ${told.seenAt}`;
    case 'parser_drift':
      return `${told.source} cannot be read: ${told.reason}`;
    case 'document_held':
      return `${told.source} is held back: ${told.reason}`;
  }
}

/** A lab is named in its model. */
const seller = ({ subject, venue }: { readonly subject: string; readonly venue: string }) =>
  subject.startsWith(`${venue}/`) ? subject : `${subject} at ${venue}`;

interface OnTerms {
  readonly metric: string;
  readonly terms: z.infer<typeof terms>;
}

const meterWords = ({ metric, terms: { tier, contextFrom, window, region } }: OnTerms) =>
  [
    meter(metric),
    tier === 'standard' ? '' : tier,
    contextFrom === 0 ? '' : `from ${contextFrom} tokens`,
    window ?? '',
    region ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');

const bandWords = ({ tier, contextFrom }: z.infer<typeof band>) =>
  contextFrom === 0 ? tier : `${tier} from ${contextFrom} tokens`;

const isPlain = ({ tier, contextFrom }: z.infer<typeof band>) => tier === 'standard' && contextFrom === 0;

const announced = ({
  metric,
  from,
  to,
}: {
  readonly metric: string;
  readonly from?: number | undefined;
  readonly to: number;
}) => `${meter(metric)} ${from === undefined ? '' : `${from} → `}${to}`;

const meter = (metric: string): string => metric.replaceAll('_', ' ');

const scenarioWords = (id: string) => blendScenarios.find((scenario) => scenario.id === id)?.label ?? id;

const percent = (fraction: number, sign = fraction > 0 ? '+' : '') => `${sign}${(fraction * 100).toFixed(1)} %`;
