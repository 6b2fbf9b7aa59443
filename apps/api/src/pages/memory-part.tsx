/** One memory part over time: every source and basis as a line of its own, with what happened marked. */
import { eventsWithin, type MemoryChart } from '@bandgap/charts';
import type { MemoryLine, MemoryPartHistory } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Chart } from './chart.tsx';
import { partChart } from './memory-chart.ts';
import { MemoryReference } from './memory-reference.tsx';
import { basisWords } from './memory-words.ts';
import { Cited, Day, Head, Price, Restricted, Table } from './parts.tsx';
import { memoryData } from './price-data.ts';

export const memoryPartPage: Page<MemoryPartHistory> = {
  path: '/memory/:part',
  load: (readers, { part = '' }) => readers.memoryPart(part),
  view: (part) => ({ title: part.name, body: <Part {...part} /> }),
  missing: 'There is no such part; those that are priced stand under /memory.',
};

const Part = (history: MemoryPartHistory) => {
  const { part, name, form, capacityGb, lines, cited } = history;
  const chart = partChart(history);
  return (
    <>
      <h1>{name}</h1>
      <p class="lead">
        {form === 'gigabyte' ? 'Priced by the gigabyte' : `Sold by the ${form}`}
        {capacityGb === null ? '.' : `, ${capacityGb} GB each.`}
      </p>
      {chart === undefined ? (
        <p>No source that is read quotes it yet.</p>
      ) : (
        <>
          <Newest lines={lines} />
          <h2>Over time</h2>
          <Chart
            path={`/charts/memory/${part}/history`}
            alt={`Prices of ${name} over time, by source and basis`}
            publishable={lines.every(({ publishable }) => publishable)}
            data={memoryData(chart)}
          >
            Each source and basis is a line of its own.
            {history.events.length === 0 ? '' : ' A number at the foot marks an event, listed below.'}
          </Chart>
          <Happenings history={history} chart={chart} />
        </>
      )}
      <h2>Printed in public</h2>
      <MemoryReference cited={cited} named={false} />
    </>
  );
};

const Newest = ({ lines }: { readonly lines: readonly MemoryLine[] }) => (
  <Table label="Newest price of each source and basis">
    <Head columns={['source', 'basis', '#price', 'unit', '#USD/GB', 'as of', 'quoted by', '#quotes']} />
    <tbody>
      {lines.map(({ source, sourceName, basis, unit, publishable, points }) => {
        const point = points.at(-1);
        return point === undefined ? null : (
          <tr>
            <th scope="row">
              <a href={`/sources/${source}`}>{sourceName}</a> <Restricted publishable={publishable} />
            </th>
            <td>{basisWords[basis]}</td>
            <td class="number">
              <Price value={point.value} receipt={point.receipt} />
            </td>
            <td class="unit">{unit}</td>
            <td class="number">
              <Price value={point.usdPerGb} receipt={point.receipt} />
            </td>
            <td>
              <Day at={point.asOf} />
            </td>
            <td>{point.venue}</td>
            <td class="number">{points.length}</td>
          </tr>
        );
      })}
    </tbody>
  </Table>
);

interface Happened {
  readonly history: MemoryPartHistory;
  readonly chart: MemoryChart;
}

/** Numbered as the chart numbers them; what happened outside its time has no number. */
const Happenings = ({ history: { events }, chart }: Happened) => {
  const days = chart.prices.flatMap(({ quotes }) => quotes.map(({ day }) => day)).toSorted();
  const marked = eventsWithin(chart.events ?? [], days.at(0) ?? '', days.at(-1) ?? '');
  const rows = events.toReversed();
  return (
    <>
      <h2>What happened</h2>
      {rows.length === 0 ? (
        <p>No jump of its price, and no headline about it.</p>
      ) : (
        <Table label="What happened">
          <Head columns={['#mark', 'day', 'kind', 'what']} />
          <tbody>
            {rows.map(({ kind, day, text, url, receipt, publishable }) => {
              const position = marked.findIndex((mark) => mark.day === day && mark.text === text);
              return (
                <tr>
                  <td class="number">{position < 0 ? '' : position + 1}</td>
                  <td>
                    <Day at={day} />
                  </td>
                  <td>{kind}</td>
                  <td>
                    <Cited source={text} url={url ?? (receipt && `/receipt/${receipt.slice(0, 12)}`)} />{' '}
                    <Restricted publishable={publishable} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </>
  );
};
