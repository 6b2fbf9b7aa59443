/** The rental indices side by side. */
import { headlineIndices } from '@bandgap/catalog';
import { usd } from '@bandgap/charts';
import { type Day as DayText, daysBetween } from '@bandgap/core';
import type { DatedIndexPoint, IndexSummary } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Day, Head, Price, Table } from './parts.tsx';
import { TermsLinks } from './term-structure-links.tsx';

export const gpuPage: Page<readonly IndexSummary[]> = {
  path: '/gpu',
  load: (readers) => readers.indices(),
  view: (indices) => ({ title: 'GPU', body: <Indices indices={indices} /> }),
  missing: 'There are no indices.',
};

const Indices = ({ indices }: { readonly indices: readonly IndexSummary[] }) => (
  <>
    <h1>GPU rental indices</h1>
    <p class="lead">
      One robust price per GPU-hour over the owners who offer it: the mean of the middle third of their list prices. The
      range is that of the index with any one owner left out; under three owners there is no value.
    </p>
    <TermsLinks indices={indices.map(({ definition }) => definition.id)} />
    <IndexTable label="GPU rental indices, on demand at neoclouds" indices={indices.filter(isHeadline)} />
    <h2>Other terms and sellers</h2>
    <p>
      Who is bound for a year pays for something else than who may leave at any hour, and a marketplace is not a list.
      These levels are not comparable with those above, nor with each other across terms.
    </p>
    <IndexTable
      label="GPU rental indices at other terms and sellers"
      indices={indices.filter((index) => !isHeadline(index))}
    />
  </>
);

const isHeadline = ({ definition }: IndexSummary): boolean => headlineIndices.includes(definition);

const IndexTable = ({ label, indices }: { readonly label: string; readonly indices: readonly IndexSummary[] }) => (
  <Table label={label}>
    <Head columns={['index', '#USD/GPU-hr', 'range with any one left out', '#owners', 'day', 'note', 'history']} />
    <tbody>
      {indices.map((index) => (
        <IndexRow {...index} />
      ))}
    </tbody>
  </Table>
);

/** The newest value there is; where a newer day has none, that day says so. */
const IndexRow = ({ definition: { id, name }, points }: IndexSummary) => {
  const newest = points.at(-1);
  const known = points.findLast(({ value }) => value !== null);
  return (
    <tr>
      <th scope="row">
        <a href={`/gpu/${id}`}>{name}</a>
      </th>
      {known === undefined ? <td colspan={4}>no value</td> : <Value {...known} />}
      <td>{newest === undefined ? 'not computed yet' : noteOn(newest, known)}</td>
      <td>
        <img src={`/charts/gpu/${id}/word.svg`} width={120} height={28} alt="" />
      </td>
    </tr>
  );
};

const Value = ({ value, low, high, n, day, receipt }: DatedIndexPoint) => (
  <>
    <td class="number">
      <Price value={value} receipt={receipt} />
    </td>
    <td class="unit">{low === null || high === null ? '' : `${usd(low)} to ${usd(high)}`}</td>
    <td class="number">{n}</td>
    <td>
      <Day at={day} />
    </td>
  </>
);

function noteOn({ value, n, day, fixed, confidence }: DatedIndexPoint, known: DatedIndexPoint | undefined): string {
  if (value === null && known === undefined) return `${n} ${n === 1 ? 'owner' : 'owners'} on ${day}`;
  const shown = known ?? { confidence, fixed, day };
  return [
    shown.day === day ? [] : `stale: ${staleDays(shown.day, day)}`,
    shown.confidence === 'ok' ? [] : `confidence ${shown.confidence}`,
    shown.fixed ? [] : 'before the fixing',
  ]
    .flat()
    .join(', ');
}

const staleDays = (last: DayText, newest: DayText): string => {
  const days = daysBetween(last, newest);
  return days === 1 ? 'a day old' : `${days} days old`;
};
