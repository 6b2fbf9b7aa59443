/** The One Chart in both its views, with the ceilings as a table and every figure it stands on. */
import { percent, usd } from '@bandgap/charts';
import type { CeilingOnChart, OneChartFigures } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Chart, Day, Head, Price, Table } from './parts.tsx';

export const oneChartPage: Page<OneChartFigures> = {
  path: '/one-chart',
  load: (readers) => readers.oneChart(),
  view: (figures) => ({ title: `One Chart, ${figures.system}`, body: <OneChart {...figures} /> }),
  missing: 'The floor was not computed yet; the chart is drawn from it.',
};

const OneChart = (figures: OneChartFigures) => {
  const { system, floor, receipt, hurdleIrr, asOf, ceilings, termYears, prepayFraction, pflops } = figures;
  return (
    <>
      <h1>One Chart: {system}</h1>
      <p class="lead">
        Below the floor nobody would build; above the ceiling nobody would rent. Between the two, system vendor,
        operator and user share what is left.
      </p>
      <p class="value">
        <Price value={floor} receipt={receipt} /> <span class="unit">USD/GPU-hr floor</span>
      </p>
      <p>
        At a project IRR of {percent(hurdleIrr)}, {termYears} years, {percent(prepayFraction)} of the contract paid at
        signing; {usd(floor / pflops)} per dense FP8 PFLOP-hour. Figures of <Day at={asOf} />.
      </p>
      <p class="note">
        The published floor of this system is 4.92 USD per GPU-hour. The operating cost behind this one is calibrated to
        return it, so the agreement is a fit and no test. What the chart adds is how the floor moves: with the system’s
        price, the hurdle and the terms.
      </p>
      <Chart
        path="/charts/one-chart"
        alt={`Rental price against project IRR of ${system}, with floor, minimum IRR and ceilings`}
      >
        Along a curve to the upper right the operator earns more; from curve to curve upwards the system’s vendor does.
      </Chart>
      <Chart path="/charts/iso-irr" alt={`Rental price against system price of ${system}, one line per project IRR`}>
        The same seen from the system’s price: at a fixed IRR the rental price is a straight line.
      </Chart>
      <h2>At the ceilings</h2>
      <Ceilings {...figures} />
      <p class="note">
        An IRR at a ceiling says little: the more is paid at signing, the less is invested, until there is no investment
        left and no IRR. Read it beside the one without prepayment, or read the room in the system’s price.
      </p>
      <h2>What it is made of</h2>
      <Assumptions {...figures} />
      {ceilings.length === 0 ? <p>The ceilings were not computed yet.</p> : null}
    </>
  );
};

const Ceilings = ({ ceilings, prepayFraction }: OneChartFigures) => (
  <Table label="At the ceilings">
    <Head
      columns={[
        'ceiling',
        '#USD/GPU-hr',
        '#USD/PFLOP-hr',
        '#times the floor',
        '#system price it bears',
        '#room over base',
        `#IRR with ${percent(prepayFraction)} prepaid`,
        '#IRR at system +40 %',
        '#IRR with nothing prepaid',
      ]}
    />
    <tbody>
      {ceilings.map((ceiling) => (
        <CeilingRow {...ceiling} />
      ))}
    </tbody>
  </Table>
);

const CeilingRow = (ceiling: CeilingOnChart) => (
  <tr>
    <th scope="row">{ceiling.label}</th>
    <td class="number">
      <Price value={ceiling.price} receipt={ceiling.receipt} />
    </td>
    <td class="number">{usd(ceiling.pricePerPflopHour)}</td>
    <td class="number">{ceiling.overFloor.toFixed(2)}</td>
    <td class="number">{usd(ceiling.maxSystemPricePerGpu)}</td>
    <td class="number">{onePlace(ceiling.systemPriceHeadroom)}</td>
    <td class="number">{irrText(ceiling.irr)}</td>
    <td class="number">{irrText(ceiling.irrAtRaisedPrice)}</td>
    <td class="number">{irrText(ceiling.irrWithoutPrepayment)}</td>
  </tr>
);

const onePlace = (share: number): string => `${(share * 100).toFixed(1)} %`;

const irrText = (irr: number | null): string => (irr === null ? 'none' : onePlace(irr));

const Assumptions = ({ assumptions, receipt, systemShare, baseSystemPricePerGpu, capexPerGpu }: OneChartFigures) => (
  <>
    <Table label="What it is made of">
      <Head columns={['figure', '#value', 'unit', 'basis', 'source']} />
      <tbody>
        {assumptions.map(({ input, figure }) => (
          <tr>
            <th scope="row">{words(input.role)}</th>
            <td class="number">
              <a class="figure" href={`/receipt/${receipt.slice(0, 12)}`}>
                {input.value}
              </a>
            </td>
            <td>{figure?.unit}</td>
            <td class={figure?.basis === 'calibrated' ? 'warn' : ''}>{figure?.basis}</td>
            <td>{figure?.source}</td>
          </tr>
        ))}
      </tbody>
    </Table>
    <p class="note">
      Of {usd(capexPerGpu)} all-in cost per GPU, {percent(systemShare)} or {usd(baseSystemPricePerGpu)} is taken as the
      price of the system: the share printed for a GB200 NVL72 rack, for want of one for this system.
    </p>
  </>
);

/** `capexPerWatt` as capex per watt. */
const words = (role: string): string => role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
