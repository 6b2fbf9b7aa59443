/** Events in words: all that were told, or only those that are news to buyers. */
import { isMarketNews, marketAuthorities, marketKinds, noticeKinds } from '@bandgap/alerts';
import { type EventSearch, events, type Query, type StoredEvent } from '@bandgap/db';
import { isPublishable, sourceById } from '@bandgap/sources';
import { eventWords } from './event-words.ts';

export interface EventsAsked extends EventSearch {
  /** Leaves out what operators want to hear, and what a list says beside those who set or confirm prices. */
  readonly onlyNews?: boolean;
}

export interface EventView extends StoredEvent {
  readonly text: string;
  readonly publishable: boolean;
}

export async function readEvents(query: Query, { onlyNews, ...search }: EventsAsked): Promise<readonly EventView[]> {
  const found = onlyNews ? await news(query, search) : await events(query, search);
  return found.map((event) => ({ ...event, text: eventWords(event), publishable: publishable(event) }));
}

async function news(query: Query, search: EventSearch): Promise<readonly StoredEvent[]> {
  const asked = (kinds: readonly string[]) => search.kinds?.filter((kind) => kinds.includes(kind)) ?? kinds;
  const [told, noticed] = await Promise.all([
    events(query, { ...search, kinds: asked(marketKinds), sources: marketAuthorities }),
    events(query, { ...search, kinds: asked(noticeKinds) }),
  ]);
  return [...told, ...noticed].filter(isMarketNews).sort(newestFirst).slice(0, search.limit);
}

const newestFirst = (a: StoredEvent, b: StoredEvent) =>
  a.recordedAt === b.recordedAt ? (a.key < b.key ? 1 : -1) : a.recordedAt < b.recordedAt ? 1 : -1;

/** What a model answered was computed from sources that may be published. */
function publishable({ source }: StoredEvent): boolean {
  const said = sourceById(source);
  return said === undefined || isPublishable(said);
}
