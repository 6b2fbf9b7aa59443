/** The One Chart of a scenario in both its views, with the assumptions that can be moved and who captures what. */
import { percent, usd } from '@bandgap/charts';
import {
  oneChartInput,
  type ReceiptedScenario,
  type Scenario,
  type ScenarioSubject,
  scenarioQuery,
  scenarioSubjects,
  scenarioTitle,
} from '@bandgap/views';
import { scenarioAt } from '../serve/bad-query.ts';
import type { Page } from '../serve/page.tsx';
import { AssumptionTable } from './assumption-table.tsx';
import { Captured } from './captured.tsx';
import { CeilingTable } from './ceiling-table.tsx';
import { Chart } from './chart.tsx';
import { LeverForm } from './lever-form.tsx';
import { Readout } from './readout.tsx';
import { SaveScenario } from './save-scenario.tsx';
import { curveData, lineData } from './scenario-data.ts';

export const oneChartPage: Page<ReceiptedScenario> = {
  path: '/one-chart',
  load: (readers, _, query) => readers.oneChart(scenarioAt(query)),
  view: (figures) => ({ title: `One Chart, ${titleOf(figures.scenario)}`, body: <OneChart {...figures} /> }),
  missing: 'There is no such system.',
};

const titleOf = (scenario: Scenario): string => `${scenario.subject.name}: ${scenarioTitle(scenario)}`;

const OneChart = (figures: ReceiptedScenario) => {
  const { scenario } = figures;
  const { subject, name } = scenario;
  return (
    <>
      <h1>{name === '' ? `One Chart: ${subject.name}` : name}</h1>
      <p class="lead">
        Below the floor nobody would build; above the ceiling nobody would rent. Between the two, system vendor,
        operator and user share what is left. Move an assumption and everything is solved again.
      </p>
      <Subjects current={subject} />
      <div class="workbench">
        <LeverForm scenario={scenario} />
        <div id="answers">
          <Answers {...figures} />
        </div>
      </div>
      <h2>What it is made of</h2>
      <AssumptionTable floorProject={subject.project} receipt={figures.receipts.floor} />
    </>
  );
};

/** Other systems, and other dates, for which a price of the system itself is printed. */
const Subjects = ({ current }: { readonly current: ScenarioSubject }) => (
  <nav class="choices" aria-label="Systems">
    {scenarioSubjects.map((subject) => {
      const { name, set, project } = subject;
      const query = scenarioQuery({ subject, name: '', levers: [] });
      const isCurrent = set === current.set && project.system === current.project.system;
      return (
        <a href={`/one-chart${query === '' ? '' : `?${query}`}`} {...(isCurrent ? { 'aria-current': 'true' } : {})}>
          {name} <small>{set}</small>
        </a>
      );
    })}
  </nav>
);

const Answers = (figures: ReceiptedScenario) => {
  const { scenario } = figures;
  const query = scenarioQuery({ ...scenario, name: '' });
  const { name, project } = scenario.subject;
  const isPublished = project.system === 'vr-nvl72' && query === '';
  return (
    <>
      <Readout {...figures} />
      <Captured {...figures} query={query} room="middle" />
      <Chart
        path="/charts/one-chart"
        query={query}
        room="middle"
        alt={`Rental price against project IRR of ${name}`}
        data={curveData(oneChartInput(scenario))}
      >
        Along a curve to the upper right the operator earns more; from curve to curve upwards the system’s vendor does.
      </Chart>
      <Chart
        path="/charts/iso-irr"
        query={query}
        room="middle"
        alt={`Rental price against system price of ${name}, one line per project IRR`}
        data={lineData(scenario)}
      >
        The same from the system’s price: at a fixed IRR the rental price is a straight line.
      </Chart>
      <h2>At the ceilings</h2>
      <CeilingTable {...figures} />
      <p class="note">
        An IRR at a ceiling says little: the more is paid at signing, the less is invested, until nothing is invested
        and there is no IRR. Read it beside the one without prepayment, or read the room in the system’s price.
      </p>
      {isPublished ? (
        <p class="note">
          The published floor of this system is 4.92 USD per GPU-hour. The operating cost behind this one is calibrated
          to return it, so the agreement is a fit and no test. What the chart adds is how the floor moves.
        </p>
      ) : null}
      <p class="note">
        Of {usd(figures.baseSystemPricePerGpu + figures.ancillaryCapexPerGpu)} all-in cost per GPU,{' '}
        {usd(figures.baseSystemPricePerGpu)} or{' '}
        {percent(figures.baseSystemPricePerGpu / (figures.baseSystemPricePerGpu + figures.ancillaryCapexPerGpu))} is the
        system itself ({scenario.subject.systemPrice.basis}): {scenario.subject.systemPrice.note}
      </p>
      <SaveScenario scenario={scenario} />
    </>
  );
};
