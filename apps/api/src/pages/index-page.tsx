/** One index: its history, and for the newest day who counted, who did not, and why. */
import { usd } from '@bandgap/charts';
import type { Exclusion } from '@bandgap/models';
import type { DatedIndexPoint, Fixing, IndexHistory } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Chart, Day, Head, Minute, Price, Restricted, Table } from './parts.tsx';

export const indexPage: Page<IndexHistory> = {
  path: '/gpu/:gpu/:tenor/:segment',
  load: (readers, { gpu, tenor, segment }) => readers.index(`${gpu}/${tenor}/${segment}`),
  view: (history) => ({ title: history.definition.name, body: <Index {...history} /> }),
  missing: 'There is no such index; those there are stand under /gpu.',
};

const Index = ({ definition, floor, latest, points, publishable }: IndexHistory) => (
  <>
    <h1>{definition.name}</h1>
    <p class="lead">
      {definition.note} Tenor {definition.tenor.replace('_', ' ')}, {definition.segment}s, in USD per GPU-hour.{' '}
      <Restricted publishable={publishable} />
    </p>
    <Newest point={points.at(-1)} latest={latest} known={points.findLast(({ value }) => value !== null)} />
    {floor === undefined ? null : (
      <p>
        Floor: <Price value={floor.price} receipt={floor.receipt} />, {floor.label} (figures of {floor.asOf}).
      </p>
    )}
    <Chart path={`/charts/gpu/${definition.id}`} alt={`${definition.name} by day`} publishable={publishable}>
      The line breaks where there was no value. <a href={`/api/v1/gpu/${definition.id}`}>The same as JSON</a>.
    </Chart>
    {latest === undefined ? null : <Panel {...latest} />}
  </>
);

interface NewestProperties {
  readonly point: DatedIndexPoint | undefined;
  readonly latest: Fixing | undefined;
  /** The newest day that has a value. */
  readonly known: DatedIndexPoint | undefined;
}

const Newest = ({ point, latest, known }: NewestProperties) => {
  if (point === undefined || latest === undefined) return <p>Not computed yet.</p>;
  const fixed = point.fixed ? 'fixed at' : 'an indication of what was known at';
  if (point.value === null) {
    return (
      <>
        <p>
          <Price value={null} receipt={point.receipt} /> for <Day at={latest.day} />, {fixed}{' '}
          <Minute at={latest.knownAt} />: {latest.reason}.
        </p>
        {known === undefined ? null : (
          <p>
            The last value was <Price value={known.value} receipt={known.receipt} /> on <Day at={known.day} />, over{' '}
            {known.n} owners.
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <p class="value">
        <Price value={point.value} receipt={point.receipt} /> <span class="unit">USD/GPU-hr</span>
      </p>
      <p>
        <Day at={latest.day} />, {fixed} <Minute at={latest.knownAt} />. {point.n} owners
        {point.low === null || point.high === null
          ? ''
          : `; ${usd(point.low)} to ${usd(point.high)} with any one left out`}
        ; confidence {point.confidence}.
      </p>
    </>
  );
};

const Panel = ({ receipt, constituents, excluded }: Fixing) => (
  <>
    <h2>Who counted</h2>
    {constituents.length === 0 ? (
      <p>Nobody did.</p>
    ) : (
      <Table label="Who counted">
        <Head columns={['owner', '#USD/GPU-hr', '#weight', 'price since', 'last seen', 'source']} />
        <tbody>
          {constituents.map(({ owner, price, weight, observedAt, seenAt, source, input }) => (
            <tr>
              <th scope="row">{owner}</th>
              <td class="number">
                <Price value={price} receipt={receipt} input={input} />
              </td>
              <td class="number">{weight}</td>
              <td>
                <Day at={observedAt} />
              </td>
              <td>
                <Day at={seenAt} />
              </td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
    <h2>Who did not, and why</h2>
    {excluded.length === 0 ? (
      <p>Everyone who was seen counted.</p>
    ) : (
      <Table label="Who did not count, and why">
        <Head columns={['provider', '#USD/GPU-hr', 'reason']} />
        <tbody>
          {excluded.map(({ provider, price, reason, input }) => (
            <tr>
              <th scope="row">{provider}</th>
              <td class="number">
                <Price value={price} receipt={receipt} input={input} />
              </td>
              <td>{reasons[reason]}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </>
);

const reasons: Readonly<Record<Exclusion['reason'], string>> = {
  unknown_provider: 'the catalog does not know the provider',
  reseller: 'resells the capacity of others',
  other_segment: 'sells in another segment',
  other_tenor: 'is for another tenor',
  not_an_offer: 'is a survey or an index, not an offer',
  not_yet_known: 'was learned after the fixing',
  stale: 'was not seen lately enough',
  other_listing_of_owner: 'another listing of the same owner counted',
};
