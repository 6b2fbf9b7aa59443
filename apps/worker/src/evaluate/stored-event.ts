/** An event as it is stored: who says so, about what, since when. */
import { eventKey, type OperatorEvent, type PriceEvent } from '@bandgap/alerts';
import type { Instant } from '@bandgap/core';
import type { StoredEvent } from '@bandgap/db';

interface Told {
  /** A source, or the model whose answer changed. */
  readonly source: string;
  readonly recordedAt: Instant;
}

export function storedEvent({ source, recordedAt }: Told, event: PriceEvent | OperatorEvent): StoredEvent {
  const { kind, ...told } = event;
  const asOf = kind === 'price_changed' ? event.effectiveAt : recordedAt;
  return {
    key: eventKey(source, recordedAt, event),
    kind,
    source,
    subject: subjectOf(event),
    asOf,
    recordedAt,
    event: told,
  };
}

/** The model or name it is about, or where it is about neither, the source. */
export function subjectOf(event: PriceEvent | OperatorEvent): string {
  if ('subject' in event) return event.subject;
  return 'alias' in event ? event.alias : event.source;
}
