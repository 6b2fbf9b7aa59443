/** What answers tell that the ones before did not: confirmed prices and blends that changed, sources that contradict each other. */
import { changedBlends, disagreements, type OperatorEvent, type PriceEvent, type PriceSaid } from '@bandgap/alerts';
import { blendOf } from '@bandgap/catalog';
import type { Instant, Metric, Run } from '@bandgap/core';
import {
  type Batch,
  metersConfirmedBefore,
  type Query,
  restateEvents,
  runsKnownBefore,
  type StoredEvent,
} from '@bandgap/db';
import type { ConfirmedPrice } from '@bandgap/models';
import { tokenMeters, VoteOutput } from '@bandgap/views';
import { z } from 'zod';
import { storedEvent } from './stored-event.ts';

type Event = PriceEvent | OperatorEvent;

/** Returns the events that are new. */
export async function noteAnswers(
  query: Query,
  { model, knownAt }: Batch,
  runs: readonly Run[],
): Promise<readonly StoredEvent[]> {
  const eventsOf = noted[model];
  if (eventsOf === undefined || runs.length === 0) return [];
  const scope = { source: model, recordedAt: knownAt };
  const told = (await eventsOf(query, runs, knownAt)).map((event) => storedEvent(scope, event));
  const subjects = [...new Set(runs.map(({ subject }) => blendOf(subject)?.model ?? subject))];
  return restateEvents(query, { ...scope, subjects }, told);
}

type Noter = (query: Query, runs: readonly Run[], knownAt: Instant) => Promise<readonly Event[]>;

const noteVotes: Noter = async (query, runs, knownAt) => {
  const subjects = runs.map(({ subject }) => subject);
  const earlier = await runsKnownBefore(query, { model: 'confirmed-price', subjects, knownAt });
  const confirmed = new Map(
    (await metersConfirmedBefore(query, { subjects, metrics: tokenMeters, knownAt })).map(
      ({ subject, metric, price }) => [`${subject} ${metric}`, price],
    ),
  );
  return runs.flatMap((run): readonly Event[] => [
    ...changedMeters(run, (metric) => confirmed.get(`${run.subject} ${metric}`)),
    ...changedDisagreements(run, earlier.get(run.subject)),
  ]);
};

function changedMeters(run: Run, confirmedBefore: (metric: Metric) => number | undefined): readonly Event[] {
  const { subject, output } = run;
  return metersIn(output).flatMap(([metric, meter]): readonly Event[] => {
    const from = confirmedBefore(metric);
    if (meter.status !== 'confirmed' || from === undefined || from === meter.price) return [];
    const { price: to, agree } = meter;
    return [
      {
        kind: 'price_changed',
        subject,
        venue: subject.slice(0, subject.indexOf('/')),
        metric,
        terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
        from,
        to,
        change: to / from - 1,
        effectiveAt: firstSaid(run, metric, to),
        confirmedBy: agree,
      },
    ];
  });
}

/** Since when the first of those who say so has said so. */
const firstSaid = ({ inputs, knownAt }: Run, metric: Metric, price: number): Instant =>
  inputs
    .flatMap((input) =>
      input.kind === 'observation' && input.series.metric === metric && input.value === price ? [input.observedAt] : [],
    )
    .toSorted()[0] ?? knownAt;

function changedDisagreements({ subject, output }: Run, earlier: Run | undefined): readonly Event[] {
  return earlier === undefined ? [] : disagreements(subject, pricesSaidIn(earlier.output), pricesSaidIn(output));
}

const pricesSaidIn = (output: object): ReadonlyMap<Metric, readonly PriceSaid[]> =>
  new Map(metersIn(output).map(([metric, meter]) => [metric, pricesSaid(meter)]));

const pricesSaid = (meter: ConfirmedPrice): readonly PriceSaid[] =>
  meter.status === 'pending' ? meter.candidates : [{ price: meter.price, sources: meter.agree }, ...meter.disagree];

function metersIn(output: object) {
  const { meters } = VoteOutput.parse(output);
  return tokenMeters.flatMap((metric) => {
    const meter = meters[metric];
    return meter === undefined ? [] : [[metric, meter] as const];
  });
}

const Blended = z.object({ blendedPerMTok: z.number(), status: z.string() });

/** Blends of prices that nobody confirms come and go with what one source says. */
const noteBlends: Noter = async (query, runs, knownAt) => {
  const subjects = runs.map(({ subject }) => subject);
  const earlier = await runsKnownBefore(query, { model: 'blended-price', subjects, knownAt, status: 'confirmed' });
  return runs.flatMap(({ subject, output }): readonly Event[] => {
    const blend = blendOf(subject);
    const before = earlier.get(subject);
    const { blendedPerMTok: to, status } = Blended.parse(output);
    if (blend === undefined || before === undefined || status !== 'confirmed') return [];
    const { blendedPerMTok: from } = Blended.parse(before.output);
    const { model, scenario } = blend;
    return changedBlends(scenario.id, new Map([[model, from]]), new Map([[model, to]]));
  });
};

const noted: Readonly<Record<string, Noter>> = { 'confirmed-price': noteVotes, 'blended-price': noteBlends };
