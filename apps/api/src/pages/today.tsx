/** Today: the headline figures, what changed, what fires, and how the sources are. */
import type { MemoryChart, TokenPriceChart } from '@bandgap/charts';
import type { Change, FiringAlert, IndexHistory, PriceSeries, Today } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { figureWords, ruleAddress } from './alert-words.tsx';
import { Chart } from './chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { FirstMinute } from './first-minute.tsx';
import { HeadlineStrip } from './headline-strip.tsx';
import { historyData } from './history-data.ts';
import { Day, Head, Minute, Price, Receipted, Restricted, signed, Table } from './parts.tsx';
import { memoryData, tokenData } from './price-data.ts';
import { SourceHealth } from './source-health.tsx';

interface TodayWithCharts extends Today {
  readonly h100: IndexHistory | undefined;
  readonly opus: PriceSeries<TokenPriceChart> | undefined;
  readonly ddr5: PriceSeries<MemoryChart> | undefined;
}

const shown = {
  index: 'h100/on_demand/neocloud',
  model: 'anthropic/claude-opus-4-7',
  part: 'dram-ddr5-16gb-4800',
} as const;

export const todayPage: Page<TodayWithCharts> = {
  path: '/',
  load: async (readers) => {
    const [today, h100, opus, ddr5] = await Promise.all([
      readers.today(),
      readers.index(shown.index),
      readers.tokenPrices(shown.model),
      readers.memoryPrices(shown.part),
    ]);
    return { ...today, h100, opus, ddr5 };
  },
  view: (today) => ({ title: 'Today', body: <TodayBody {...today} /> }),
  missing: 'There are no figures yet.',
};

const TodayBody = ({ dataTime, figures, changes, firing, sources, h100, opus, ddr5 }: TodayWithCharts) => (
  <>
    <h1>Today</h1>
    <p class="lead">
      What a GPU-hour must cost, what it can be worth, and where the market is.{' '}
      <a href="/one-chart">Move the system’s price</a> and see who gains.
      {dataTime === null ? null : (
        <>
          {' '}
          Data to <Minute at={dataTime} />.
        </>
      )}
    </p>
    {dataTime === null ? <FirstMinute sources={sources} /> : null}
    <HeadlineStrip figures={figures} />

    <h2>Alerts</h2>
    <Firing firing={firing} />

    <h2>What changed</h2>
    <Changes changes={changes} />

    <h2>H100 on demand against its floor</h2>
    <Chart
      path={`/charts/gpu/${shown.index}`}
      alt="H100 rental index by day, with its floor and alerts"
      data={historyData(h100?.points ?? [])}
      publishable={h100?.publishable ?? true}
    >
      <a href={`/gpu/${shown.index}`}>The index day by day</a>, its sources and what was left out. The floor is a lower
      bound: it assumes that every hour is sold.
    </Chart>

    <h2>All figures</h2>
    <FigureTable figures={figures} />

    <PriceCharts opus={opus} ddr5={ddr5} />

    <h2>Sources</h2>
    <SourceHealth sources={sources} />
  </>
);

const PriceCharts = ({ opus, ddr5 }: Pick<TodayWithCharts, 'opus' | 'ddr5'>) => (
  <div class="pair">
    {opus === undefined ? null : (
      <div>
        <h2>Token prices</h2>
        <Chart
          path={`/charts/tokens/${shown.model}`}
          alt="List prices of Claude Opus 4.7 over time"
          publishable={opus.publishable}
          data={tokenData(opus.chart)}
          room="narrow"
        >
          List prices of Claude Opus 4.7, each from the day it was first seen.
        </Chart>
      </div>
    )}
    {ddr5 === undefined ? null : (
      <div>
        <h2>Memory prices</h2>
        <Chart
          path={`/charts/memory/${shown.part}`}
          alt="Spot price of a DDR5 16Gb chip over time"
          publishable={ddr5.publishable}
          data={memoryData(ddr5.chart)}
          room="narrow"
        >
          Spot price of a DDR5 16Gb chip.
        </Chart>
      </div>
    )}
  </div>
);

const Firing = ({ firing }: Pick<Today, 'firing'>) =>
  firing.length === 0 ? (
    <p>
      No rule about a figure fires; <a href="/alerts">all rules</a>.
    </p>
  ) : (
    <ul>
      {firing.map((alert) => (
        <FiringLine {...alert} />
      ))}
    </ul>
  );

const FiringLine = ({ rule, title, since, value, reference, unit, strong, receipt }: FiringAlert) => (
  <li class="firing">
    <a href={ruleAddress(rule)}>{title}</a>: <Receipted receipt={receipt}>{figureWords(value, unit)}</Receipted> against{' '}
    {figureWords(reference, unit)} on <Day at={since} />
    {strong ? ', whichever single source is left out' : ''}.
  </li>
);

const Changes = ({ changes }: Pick<Today, 'changes'>) =>
  changes.length === 0 ? (
    <p>Nothing did: every figure is as it was before.</p>
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
