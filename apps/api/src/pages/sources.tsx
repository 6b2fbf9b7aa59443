/** Every source: how it is, when it was last seen, what it gave, and on which terms. */
import { grouped } from '@bandgap/charts';
import type { Quarantine as Doubted, SourceState } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Head, Minute, Restricted, Table } from './parts.tsx';
import { Quarantine } from './quarantine.tsx';

interface SourcesAndDoubts {
  readonly sources: readonly SourceState[];
  readonly doubted: Doubted;
}

export const sourcesPage: Page<SourcesAndDoubts> = {
  path: '/sources',
  load: async (readers) => {
    const [sources, doubted] = await Promise.all([readers.sources(), readers.quarantine()]);
    return { sources, doubted };
  },
  view: (data) => ({ title: 'Sources', body: <Sources {...data} /> }),
  missing: 'There are no sources.',
};

/** What wants looking at comes first. */
const order = ['unreadable', 'quarantined', 'unreachable', 'missed', 'fetched', 'unchanged', 'waiting', 'disabled'];

const columns = ['state', 'source', 'last fetched', 'last changed', '#rows', '#skipped', 'licence'];

const Sources = ({ sources, doubted }: SourcesAndDoubts) => (
  <>
    <h1>Sources</h1>
    <p class="lead">
      One source that fails leaves the others as they are; its last good values stay in use, marked stale once they are
      older than the source allows.
    </p>
    <Table label="Sources">
      <Head columns={columns} />
      <tbody>
        {sources
          .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
          .map((source) => (
            <>
              <SourceRow {...source} />
              <Message message={source.message} />
            </>
          ))}
      </tbody>
    </Table>
    <Quarantine {...doubted} />
  </>
);

const SourceRow = (source: SourceState) => {
  const { id, name, state, stale, lastFetchedAt, lastChangedAt, quotes, headlines, skips, licence, publishable } =
    source;
  const skipped = Object.entries(skips);
  return (
    <tr class={source.message === null ? '' : 'continued'}>
      <td>
        <span class={`state ${state}${stale ? ' stale' : ''}`}>{stale ? `${state}, stale` : state}</span>
      </td>
      <th scope="row">
        <a href={`/sources/${id}`}>{name}</a>
      </th>
      <td>
        <Minute at={lastFetchedAt} />
      </td>
      <td>
        <Minute at={lastChangedAt} />
      </td>
      <td class="number">{quotes === null ? '–' : grouped(quotes + (headlines ?? 0), 0)}</td>
      <td class="number" title={skipped.map(([code, rows]) => `${code} ${rows}`).join(', ')}>
        {quotes === null
          ? '–'
          : grouped(
              skipped.reduce((sum, [, rows]) => sum + rows, 0),
              0,
            )}
      </td>
      <td>
        {licence} <Restricted publishable={publishable} />
      </td>
    </tr>
  );
};

const Message = ({ message }: Pick<SourceState, 'message'>) =>
  message === null ? null : (
    <tr>
      <td />
      <td class="message" colspan={columns.length - 1}>
        {message}
      </td>
    </tr>
  );
