/** What a document tells that the one before did not: prices that changed, models that came and went, documents that cannot be believed. */
import {
  announcedDeprecations,
  daysUntilRemoved,
  type OperatorEvent,
  type PriceEvent,
  priceEvents,
  refusals,
  repointedAliases,
  suspectValues,
  type TokenPriceState,
} from '@bandgap/alerts';
import { isMovingName } from '@bandgap/catalog';
import type { Instant } from '@bandgap/core';
import {
  artifactOf,
  believedAfter,
  previouslyBelieved,
  type Query,
  restateEvents,
  type StatedPrice,
  type StoredEvent,
  statedPrices,
  succeedingOutcomes,
  successiveDocuments,
  type UnreadCapture,
} from '@bandgap/db';
import { givesNotices, type Source, type TokenNotice, tokenNotices } from '@bandgap/sources';
import { storedEvent } from './stored-event.ts';

type Event = PriceEvent | OperatorEvent;

/** Returns the events that are new. A document that came late changes what those after it tell, too. */
export async function noteEvents(
  query: Query,
  source: Source,
  { fetchedAt, isLate }: Pick<UnreadCapture, 'fetchedAt' | 'isLate'>,
): Promise<readonly StoredEvent[]> {
  const inReach = { sourceId: source.id, at: fetchedAt, days: daysUntilRemoved };
  const later = isLate ? await believedAfter(query, inReach) : [];
  const told: StoredEvent[] = [];
  for (const at of [fetchedAt, ...later]) {
    const scope = { source: source.id, recordedAt: at };
    const events = await eventsAt(query, source, at);
    told.push(
      ...(await restateEvents(
        query,
        scope,
        events.map((event) => storedEvent(scope, event)),
      )),
    );
  }
  return told;
}

async function eventsAt(query: Query, { id: sourceId, commodity }: Source, at: Instant): Promise<readonly Event[]> {
  const outcomes = await succeedingOutcomes(query, { sourceId, at });
  const refused = outcomes.flatMap(({ before, after }) => refusals(sourceId, before, after));
  const previousAt = commodity === 'llm_api' ? await previouslyBelieved(query, { sourceId, at }) : undefined;
  if (previousAt === undefined) return refused;

  const prices = await statedPrices(query, { sourceId, at, previousAt, days: daysUntilRemoved });
  const before = stateAt({ asOf: previousAt, source: sourceId, prices, when: 'before' });
  const after = stateAt({ asOf: at, source: sourceId, prices, when: 'after' });
  const notices = givesNotices(sourceId) ? await noticedAt(query, sourceId, at) : [];
  return [...refused, ...priceEvents(before, after), ...suspectValues(before, after), ...notices];
}

interface Said {
  readonly asOf: Instant;
  readonly source: string;
  readonly prices: readonly StatedPrice[];
  readonly when: 'before' | 'after';
}

function stateAt({ asOf, source, prices, when }: Said): TokenPriceState {
  return {
    asOf,
    prices: prices.flatMap(({ subject, venue, metric, terms, [when]: said }) => {
      if (said === undefined) return [];
      const { value, observedAt, standing } = said;
      const seenAt = standing ? asOf : said.seenAt;
      return [{ subject, venue, metric, terms, value, observedAt, seenAt, confirmedBy: [source] }];
    }),
    movingNames: new Set(prices.map(({ subject }) => subject).filter(isMovingName)),
  };
}

async function noticedAt(query: Query, sourceId: string, at: Instant): Promise<readonly Event[]> {
  const events: Event[] = [];
  for (const { previousId, captureId } of await successiveDocuments(query, { sourceId, at })) {
    const before = tokenNotices(await artifactOf(query, previousId));
    const after = tokenNotices(await artifactOf(query, captureId));
    events.push(
      ...repointedAliases(aliasesIn(before), aliasesIn(after)),
      ...announcedDeprecations(retirementsIn(before), retirementsIn(after), at),
    );
  }
  return events;
}

const aliasesIn = (notices: readonly TokenNotice[]) =>
  new Map(notices.flatMap((notice) => (notice.kind === 'alias' ? [[notice.alias, notice.target]] : [])));

const retirementsIn = (notices: readonly TokenNotice[]) =>
  new Map(notices.flatMap((notice) => (notice.kind === 'retirement' ? [[notice.subject, notice.on]] : [])));
