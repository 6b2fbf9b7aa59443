/** What the database holds for a rule to be judged on, as it is believed now or as it was believed first. */
import {
  besideItsPast,
  besideReference,
  constantLevel,
  type Level,
  levelOf,
  type PricedSubject,
  pricedReference,
  pricedSubject,
  type Sample,
} from '@bandgap/alerts';
import type { AlertReference, AlertRule } from '@bandgap/catalog';
import { type Measured, measurements, type Query, sourceSilences, sourceSpreads } from '@bandgap/db';
import { sourceById } from '@bandgap/sources';

type Vintage = Measured['vintage'];

/** As many times as a source is asked in two years, four times a day. */
const newestSlots = 3000;

export async function readSamples(query: Query, rule: AlertRule, vintage: Vintage): Promise<readonly Sample[]> {
  const { subject, condition } = rule;
  if (subject.kind === 'source') return readSilences(query, subject.id, condition);
  if (subject.kind === 'events') return [];
  const priced = pricedSubject(subject);
  const prices = () => readPrices(query, priced, vintage);
  switch (condition.kind) {
    case 'crosses':
    case 'headroom':
      return besideReference(await prices(), await readLevel(query, condition, vintage));
    case 'moves':
      return besideItsPast(await prices(), condition.withinDays);
    case 'disagrees': {
      const spreads = await sourceSpreads(query, { ...priced, vintage });
      return besideReference(spreads, constantLevel(condition.byPercent / 100));
    }
    case 'stale':
    case 'event':
      return [];
  }
}

async function readPrices(query: Query, priced: PricedSubject, vintage: Vintage) {
  const answers = await measurements(query, { ...priced, vintage });
  return answers.map((answer) => ({ ...answer, unit: priced.unit }));
}

type AgainstReference = Extract<AlertRule['condition'], { readonly reference: AlertReference }>;

async function readLevel(query: Query, { reference, termFactor }: AgainstReference, vintage: Vintage): Promise<Level> {
  const factor = termFactor?.value ?? 1;
  if (reference.kind === 'constant') return constantLevel(reference.value * factor);
  const priced = pricedReference(reference);
  return levelOf(priced === undefined ? [] : await readPrices(query, priced, vintage), factor);
}

async function readSilences(
  query: Query,
  sourceId: string,
  condition: AlertRule['condition'],
): Promise<readonly Sample[]> {
  const allowed = condition.kind === 'stale' ? condition.afterMinutes : undefined;
  const reference = allowed ?? sourceById(sourceId)?.staleAfterMinutes;
  if (reference === undefined) return [];
  const silences = await sourceSilences(query, sourceId, newestSlots);
  const silence = {
    reference,
    low: null,
    high: null,
    isSure: true,
    unit: 'minutes',
    runId: null,
    referenceRunId: null,
  };
  return silences.map(({ asOf, minutes }) => ({ ...silence, asOf, value: minutes }));
}
