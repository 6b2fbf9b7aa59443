/** What changed, day by day: prices, terms, models that come and go, and what sources no longer agree on. */
import { alertEventKinds } from '@bandgap/catalog';
import { type Day as DayText, dayOf } from '@bandgap/core';
import type { EventView } from '@bandgap/views';
import { BadQuery } from '../serve/bad-query.ts';
import type { Page } from '../serve/page.tsx';
import { EventTable, kindWords } from './changes-table.tsx';

interface Changes {
  readonly events: readonly EventView[];
  /** News of the market where null. */
  readonly kind: string | null;
  /** Leads to what is older; undefined where nothing is. */
  readonly older: string | undefined;
}

const newest = 150;

/** Beside each kind on its own: what is news to buyers, and everything there is. */
const everything = 'all';

export const changesPage: Page<Changes> = {
  path: '/changes',
  load: async (readers, _, query) => {
    const kind = query.get('kind') || null;
    if (kind !== null && kind !== everything && !alertEventKinds.some((known) => known === kind))
      throw new BadQuery(`kind: expected one of all, ${alertEventKinds.join(', ')}, was ${JSON.stringify(kind)}`);
    const before = beforeIn(query);
    const events = await readers.events({
      limit: newest + 1,
      ...(before === undefined ? {} : { before }),
      ...(kind === null ? { onlyNews: true } : kind === everything ? {} : { kinds: [kind] }),
    });
    const last = events.length > newest ? events[newest - 1] : undefined;
    return { events: events.slice(0, newest), kind, older: last && olderThan(last, kind) };
  },
  view: (changes) => ({ title: 'Changes', body: <ChangesBody {...changes} /> }),
  missing: 'Nothing changed yet.',
};

function beforeIn(query: URLSearchParams): Pick<EventView, 'recordedAt' | 'key'> | undefined {
  const text = query.get('before') ?? '';
  if (text === '') return undefined;
  const [, recordedAt = '', key = ''] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f]{64})$/.exec(text) ?? [];
  if (Number.isNaN(Date.parse(recordedAt)))
    throw new BadQuery(`before: expected what the link to older changes says, was ${JSON.stringify(text)}`);
  return { recordedAt, key };
}

const olderThan = ({ recordedAt, key }: EventView, kind: string | null): string =>
  `/changes?${new URLSearchParams({ ...(kind === null ? {} : { kind }), before: `${recordedAt} ${key}` })}`;

const ChangesBody = ({ events, kind, older }: Changes) => (
  <>
    <h1>Changes</h1>
    <p class="lead">
      By the day on which each was learned, the newest first. Follow them with <a href="/changes.atom">Atom</a>, or as{' '}
      <a href="/v1/events">JSON</a> and <a href="/v1/events.csv">CSV</a>.
    </p>
    <nav class="choices" aria-label="Kinds">
      {[
        ['/changes', 'News', null] as const,
        [`/changes?kind=${everything}`, 'Everything', everything] as const,
        ...alertEventKinds.map((each) => [`/changes?kind=${each}`, kindWords(each), each] as const),
      ].map(([href, name, id]) => (
        <a href={href} {...(id === kind ? { 'aria-current': 'true' } : {})}>
          {name}
        </a>
      ))}
    </nav>
    {events.length === 0 ? <p>Nothing of the kind.</p> : null}
    {daysOf(events).map(([day, ofDay]) => (
      <>
        <h2>
          <time dateTime={day}>{day}</time>
        </h2>
        <EventTable label={`Changes of ${day}`} events={ofDay} />
      </>
    ))}
    {older === undefined ? null : (
      <p>
        <a href={older}>Older changes</a>
      </p>
    )}
  </>
);

function daysOf(events: readonly EventView[]): readonly (readonly [DayText, readonly EventView[]])[] {
  const days = new Map<DayText, EventView[]>();
  for (const event of events) {
    const day = dayOf(event.recordedAt);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}
