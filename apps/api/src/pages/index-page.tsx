/** One index: its history, and for the newest day who counted, who did not, and why; now, or as known on an earlier day. */
import { usd } from '@bandgap/charts';
import { type Day as DayText, dayOf, fixingOf, type Instant } from '@bandgap/core';
import type { DatedIndexPoint, Fixing, IndexHistory } from '@bandgap/views';
import { knownAtIn } from '../serve/known-at.ts';
import type { Page } from '../serve/page.tsx';
import { Chart } from './chart.tsx';
import { Cite } from './cite.tsx';
import { historyData } from './history-data.ts';
import { Panel } from './index-panel.tsx';
import { Day, Minute, Price, Restricted } from './parts.tsx';
import { TermsLink } from './term-structure-links.tsx';
import { Vintages } from './vintages.tsx';

interface Vintage extends IndexHistory {
  /** Absent for what is known now. */
  readonly asKnownAt?: Instant;
  /** The last day there is something to know of. */
  readonly newest: DayText | undefined;
}

export const indexPage: Page<Vintage> = {
  path: '/gpu/:gpu/:tenor/:segment',
  load: async (readers, { gpu, tenor, segment }, query) => {
    const asKnownAt = knownAtIn(query);
    const id = `${gpu}/${tenor}/${segment}`;
    const now = await readers.index(id);
    const history = asKnownAt === undefined ? now : await readers.index(id, asKnownAt);
    const newest = now?.latest && dayOf(now.latest.knownAt);
    return history && { ...history, newest, ...(asKnownAt === undefined ? {} : { asKnownAt }) };
  },
  view: (history) => ({ title: history.definition.name, body: <Index {...history} /> }),
  missing: 'There is no such index; those there are stand under /gpu.',
};

const Index = (vintage: Vintage) => {
  const { definition, publishable, asKnownAt, points } = vintage;
  return (
    <>
      <h1>{definition.name}</h1>
      <p class="lead">
        {definition.note} Tenor {definition.tenor.replace('_', ' ')}, {definition.segment}s, in USD per GPU-hour.{' '}
        <Restricted publishable={publishable} />
      </p>
      <Vintages id={definition.id} first={points[0]?.day} last={vintage.newest} asKnownAt={asKnownAt} />
      <div id="index">
        <AsKnown {...vintage} />
      </div>
    </>
  );
};

const AsKnown = ({ definition, floor, latest, filledIn, points, publishable, asKnownAt }: Vintage) => {
  const query = asKnownAt === undefined ? '' : `knownAt=${asKnownAt}`;
  const vintage = query === '' ? '' : `?${query}`;
  return (
    <>
      {asKnownAt === undefined ? null : (
        <p class="firing">
          As known at <Minute at={asKnownAt} />: nothing learned later is used.{' '}
          <a href={`/gpu/${definition.id}`}>What is known now</a>
        </p>
      )}
      <Newest
        id={definition.id}
        point={points.at(-1)}
        latest={latest}
        known={points.findLast(({ value }) => value !== null)}
      />
      {floor === undefined ? null : (
        <p>
          Floor: <Price value={floor.price} receipt={floor.receipt} />, {floor.label} (figures of {floor.asOf}).
        </p>
      )}
      <Chart
        path={`/charts/gpu/${definition.id}`}
        query={query}
        alt={`${definition.name} by day`}
        publishable={publishable}
        data={historyData(points)}
      >
        The line breaks where there was no value. Download as{' '}
        <a href={`/v1/indices/${definition.id}/history.csv${vintage}`}>CSV</a>,{' '}
        <a href={`/v1/indices/${definition.id}/history${vintage}`}>JSON</a> or{' '}
        <a href={`/v1/indices/${definition.id}/history.parquet${vintage}`}>Parquet</a>.
      </Chart>
      {latest === undefined ? null : <Panel {...latest} filledIn={filledIn} />}
      <TermsLink index={definition.id} />
      <Cite name={definition.name} path={`/gpu/${definition.id}`} latest={latest} />
    </>
  );
};

interface NewestProperties {
  readonly id: string;
  readonly point: DatedIndexPoint | undefined;
  readonly latest: Fixing | undefined;
  /** The newest day that has a value. */
  readonly known: DatedIndexPoint | undefined;
}

const Newest = ({ id, point, latest, known }: NewestProperties) => {
  if (point === undefined || latest === undefined)
    return <p>Not computed yet: it takes the prices of at least three owners.</p>;
  const fixed = point.fixed ? 'fixed at' : 'an indication of what was known at';
  if (point.value === null) {
    return (
      <>
        {known === undefined ? null : (
          <p class="value">
            <Price value={known.value} receipt={known.receipt} />{' '}
            <span class="unit">
              USD/GPU-hr on <Day at={known.day} />, over{' '}
              <a href={`/gpu/${id}?knownAt=${fixingOf(known.day)}`}>{known.n} owners</a>
            </span>
          </p>
        )}
        <p>
          <Price value={null} receipt={point.receipt} /> for <Day at={latest.day} />, {fixed}{' '}
          <Minute at={latest.knownAt} />: {latest.reason}.
        </p>
      </>
    );
  }
  return (
    <>
      <p class="value">
        <Price value={point.value} receipt={point.receipt} /> <span class="unit">USD/GPU-hr</span>
      </p>
      <p data-spoken>
        <Day at={latest.day} />, {fixed} <Minute at={latest.knownAt} />. {point.n} owners
        {point.low === null || point.high === null
          ? ''
          : `; ${usd(point.low)} to ${usd(point.high)} with any one left out`}
        ; confidence {point.confidence}.
      </p>
    </>
  );
};
