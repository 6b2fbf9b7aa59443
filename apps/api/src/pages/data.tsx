/** The catalogue: what series there are, on which terms, and every way to take them away. */
import type { CatalogueEntry, SourceState } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { DataWays } from './data-ways.tsx';
import { Head, Minute, Restricted, Table } from './parts.tsx';

interface Data {
  readonly entries: readonly CatalogueEntry[];
  readonly sources: readonly SourceState[];
}

export const dataPage: Page<Data> = {
  path: '/data',
  load: async (readers) => {
    const [entries, sources] = await Promise.all([readers.catalogue(), readers.sources()]);
    return { entries, sources };
  },
  view: (data) => ({ title: 'Data', body: <DataBody {...data} /> }),
  missing: 'There are no data.',
};

const kinds = [
  ['rental', 'GPU rental prices', 'USD per GPU-hour'],
  ['token', 'Token prices', 'USD per million tokens'],
  ['memory', 'Memory prices', 'USD per part or gigabyte'],
] as const;

const columns = ['source', '#series', '#things priced', 'last good', 'licence', 'newest values', 'series'];

const count = (number: number): string => number.toLocaleString('en-US');

const DataBody = ({ entries, sources }: Data) => (
  <>
    <h1>Data</h1>
    <p class="lead">
      A series is one quantity of one thing, as one source states it for one seller on one set of terms. Series of
      sources whose licence bars passing them on are shown on these pages and offered for download nowhere.
    </p>
    {entries.length === 0 ? <p>Nothing was read yet.</p> : null}
    {kinds.map(([kind, name, unit]) => {
      const ofKind = entries.filter((entry) => entry.kind === kind);
      return ofKind.length === 0 ? null : (
        <>
          <h2>{name}</h2>
          <p>
            {count(ofKind.reduce((sum, { series }) => sum + series, 0))} series, {unit}. All that may be passed on:{' '}
            <Formats path="/v1/latest" query={`kind=${kind}&limit=1000`} />
          </p>
          <Table label={name}>
            <Head columns={columns} />
            <tbody>
              {ofKind.map((entry) => (
                <EntryRow entry={entry} state={sources.find(({ id }) => id === entry.source)} />
              ))}
            </tbody>
          </Table>
        </>
      );
    })}
    <DataWays />
  </>
);

interface Entry {
  readonly entry: CatalogueEntry;
  readonly state: SourceState | undefined;
}

const EntryRow = ({ entry, state }: Entry) => {
  const { source, sourceName, kind, series, subjects, licence, publishable } = entry;
  const query = `source=${encodeURIComponent(source)}&kind=${kind}&limit=1000`;
  return (
    <tr>
      <th scope="row">
        <a href={`/sources/${source}`}>{sourceName}</a>
      </th>
      <td class="number">{count(series)}</td>
      <td class="number">{count(subjects)}</td>
      <td>
        <Minute at={state?.lastAcceptedAt ?? null} />
      </td>
      <td>
        {licence} <Restricted publishable={publishable} />
      </td>
      <td>{publishable ? <Formats path="/v1/latest" query={query} /> : 'not offered'}</td>
      <td>
        <Formats path="/v1/series" query={query} />
      </td>
    </tr>
  );
};

const Formats = ({ path, query }: { readonly path: string; readonly query: string }) => (
  <span class="formats">
    <a href={`${path}.csv?${query}`}>CSV</a> <a href={`${path}.parquet?${query}`}>Parquet</a>{' '}
    <a href={`${path}?${query}`}>JSON</a>
  </span>
);
