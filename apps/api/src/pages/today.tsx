/** Today: the headline figures, what changed, what fires, and how the sources are. */
import { percent } from '@bandgap/charts';
import type { Change, FiringAlert, Today } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { FigureTable } from './figure-table.tsx';
import { HeadlineStrip } from './headline-strip.tsx';
import { Chart, Day, Head, Minute, Price, Restricted, Table } from './parts.tsx';
import { SourceHealth } from './source-health.tsx';

export const todayPage: Page<Today> = {
  path: '/',
  apiPath: '/today',
  load: (readers) => readers.today(),
  view: (today) => ({ title: 'Today', body: <TodayBody {...today} /> }),
  missing: 'There are no figures yet.',
};

const TodayBody = ({ dataTime, figures, changes, firing, sources }: Today) => (
  <>
    <h1>Today</h1>
    <p class="lead">
      {dataTime === null ? (
        'No data was fetched yet. Figures appear as sources answer.'
      ) : (
        <>
          Data to <Minute at={dataTime} />. What a GPU-hour must cost, what it can be worth, and where the market is.
        </>
      )}
    </p>
    <HeadlineStrip figures={figures} />

    <h2>Alerts</h2>
    <Firing firing={firing} />

    <h2>What changed since the previous day</h2>
    <Changes changes={changes} />

    <h2>H100 on demand against its floor</h2>
    <Chart path="/charts/gpu/h100/on_demand/neocloud" alt="H100 rental index by day, with its floor and alerts">
      <a href="/gpu/h100/on_demand/neocloud">The index day by day</a>, its sources and what was left out. The floor is a
      lower bound: it assumes that every hour is sold.
    </Chart>

    <h2>All figures</h2>
    <FigureTable figures={figures} />

    <PriceCharts figures={figures} />

    <h2>Sources</h2>
    <SourceHealth sources={sources} />
  </>
);

const PriceCharts = ({ figures }: Pick<Today, 'figures'>) => {
  const has = (kind: string) => figures.some(({ id }) => id.startsWith(`${kind}/`));
  return (
    <div class="pair">
      {has('blend') ? (
        <div>
          <h2>Token prices</h2>
          <Chart path="/charts/tokens/anthropic/claude-opus-4-7" alt="List prices of Claude Opus 4.7 over time" small>
            List prices of Claude Opus 4.7, each from the day it was first seen.
          </Chart>
        </div>
      ) : null}
      {has('memory') ? (
        <div>
          <h2>Memory prices</h2>
          <Chart
            path="/charts/memory/dram-ddr5-16gb-4800"
            alt="Spot price of a DDR5 16Gb chip over time"
            publishable={figures.every(({ id, publishable }) => publishable || !id.startsWith('memory/'))}
            small
          >
            Spot price of a DDR5 16Gb chip.
          </Chart>
        </div>
      ) : null}
    </div>
  );
};

const Firing = ({ firing }: Pick<Today, 'firing'>) =>
  firing.length === 0 ? (
    <p>No rule fires.</p>
  ) : (
    <ul>
      {firing.map((alert) => (
        <FiringLine {...alert} />
      ))}
    </ul>
  );

const FiringLine = ({ rule, index, since, value, floor, strong, receipt }: FiringAlert) => (
  <li class="firing">
    <strong>{rule}</strong>: <a href={`/gpu/${index}`}>{index}</a> was at <Price value={value} receipt={receipt} />{' '}
    USD/GPU-hr on <Day at={since} />, below its floor of ${floor.toFixed(2)}
    {strong ? ', whichever single source is left out' : ''}.
  </li>
);

const Changes = ({ changes }: Pick<Today, 'changes'>) =>
  changes.length === 0 ? (
    <p>Nothing did: every figure is as it was.</p>
  ) : (
    <Table label="What changed">
      <Head columns={['figure', '#before', '#now', '#change', 'unit', 'dates']} />
      <tbody>
        {changes.map((change) => (
          <ChangeRow {...change} />
        ))}
      </tbody>
    </Table>
  );

const ChangeRow = ({ label, unit, from, to, publishable }: Change) => (
  <tr>
    <th scope="row">
      {label} <Restricted publishable={publishable} />
    </th>
    <td class="number">
      <Price value={from.value} receipt={from.receipt} />
    </td>
    <td class="number">
      <Price value={to.value} receipt={to.receipt} />
    </td>
    <td class="number">{signed(to.value / from.value - 1)}</td>
    <td class="unit">{unit}</td>
    <td>
      <Day at={from.asOf} /> to <Day at={to.asOf} />
    </td>
  </tr>
);

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
