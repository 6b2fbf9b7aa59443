/** Scenarios side by side. The address holds all of them, so a comparison can be sent as it is. */
import { percent, usd } from '@bandgap/charts';
import {
  isMoved,
  type LeverId,
  longestScenarioName,
  numberText,
  type Scenario,
  type ScenarioFigures,
  scenarioFigures,
  scenarioQuery,
  scenarioTitle,
} from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Captured } from './captured.tsx';
import { Head, onePlace, signed, Table } from './parts.tsx';
import { comparisonQuery, mostScenarios, scenariosIn } from './scenario-list.ts';

export const scenariosPage: Page<readonly ScenarioFigures[]> = {
  path: '/scenarios',
  load: async (_, __, query) => scenariosIn(query).map(scenarioFigures),
  view: (compared) => ({ title: 'Scenarios', body: <Scenarios compared={compared} /> }),
  missing: 'There are no scenarios.',
};

interface Compared {
  readonly compared: readonly ScenarioFigures[];
}

const Scenarios = ({ compared }: Compared) => {
  const scenarios = compared.map(({ scenario }) => scenario);
  return (
    <>
      <h1>Scenarios</h1>
      <p class="lead">
        Two or more sets of assumptions side by side. The address of this page holds them all: send it, and whoever
        opens it sees the same. Scenarios are made on the <a href="/one-chart">One Chart</a>.
      </p>
      <Table label="Scenarios side by side">
        <Head columns={['', ...scenarios.map((scenario) => `#${scenarioTitle(scenario)}`)]} />
        <Results compared={compared} />
        <Differences scenarios={scenarios} />
        <Actions scenarios={scenarios} />
      </Table>
      <h2>Who captures the spread</h2>
      <div class="pair">
        {compared.map(({ scenario, captured }) => (
          <div>
            <h3>{scenarioTitle(scenario)}</h3>
            <Captured
              scenario={scenario}
              captured={captured}
              query={scenarioQuery({ ...scenario, name: '' })}
              room="narrow"
            />
          </div>
        ))}
      </div>
      <AddScenario scenarios={scenarios} />
    </>
  );
};

const measures: readonly (readonly [string, (figures: ScenarioFigures) => string])[] = [
  ['Floor, USD/GPU-hr', ({ floorPricePerGpuHour }) => usd(floorPricePerGpuHour)],
  ['Floor, USD/PFLOP-hr', ({ floorPricePerPflopHour }) => usd(floorPricePerPflopHour)],
  ['Conservative ceiling, USD/GPU-hr', ({ scenario }) => usd(scenario.subject.conservativePrice)],
  ['Value parity, USD/GPU-hr', ({ scenario }) => usd(scenario.subject.parityPrice)],
  ['Rental price, USD/GPU-hr', ({ pricePerGpuHour }) => usd(pricePerGpuHour)],
  ['Project IRR at that price', ({ irr }) => (irr.irr === null ? 'none' : onePlace(irr.irr))],
  ['System price, USD/GPU', ({ systemPricePerGpu }) => usd(systemPricePerGpu)],
  ['Operating cost, USD/GPU-hr', ({ opexPerGpuHour }) => usd(opexPerGpuHour)],
];

const Results = ({ compared }: Compared) => (
  <tbody>
    {measures.map(([label, of]) => (
      <tr>
        <th scope="row">{label}</th>
        {compared.map((figures) => (
          <td class="number">{of(figures)}</td>
        ))}
      </tr>
    ))}
    {(compared[0]?.captured.parts ?? []).map(({ party }, index) => (
      <tr>
        <th scope="row">{party} captures, USD/GPU-hr</th>
        {compared.map(({ captured: { parts } }) => (
          <td class="number">
            {parts[index] === undefined ? '' : usd(parts[index].perGpuHour)}{' '}
            <small>{parts[index]?.share == null ? '' : percent(parts[index].share).replace('-', '−')}</small>
          </td>
        ))}
      </tr>
    ))}
  </tbody>
);

interface Listed {
  readonly scenarios: readonly Scenario[];
}

/** Assumptions in which they differ, and the date of their figures where that does. */
const Differences = ({ scenarios }: Listed) => {
  const ids = [...new Set(scenarios.flatMap(({ levers }) => levers.map(({ id }) => id)))];
  const differing = ids.filter((id) => new Set(scenarios.map((scenario) => valueText(scenario, id))).size > 1);
  const abouts = scenarios.map(({ subject }) => `${subject.name}, ${subject.set}`);
  return (
    <tbody>
      <tr>
        <th class="group" scope="rowgroup" colspan={scenarios.length + 1}>
          {differing.length === 0 ? 'No assumption differs' : 'Where the assumptions differ'}
        </th>
      </tr>
      {new Set(abouts).size > 1 ? (
        <tr>
          <th scope="row">System and date of figures</th>
          {abouts.map((about) => (
            <td class="number">{about}</td>
          ))}
        </tr>
      ) : null}
      {differing.map((id) => (
        <tr>
          <th scope="row">{labelOf(scenarios, id)}</th>
          {scenarios.map((scenario) => (
            <td class="number">{valueText(scenario, id)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
};

const leverOf = ({ levers }: Scenario, id: LeverId) => levers.find((lever) => lever.id === id);

const labelOf = (scenarios: readonly Scenario[], id: LeverId): string => {
  const lever = scenarios.map((scenario) => leverOf(scenario, id)).find((each) => each !== undefined);
  return lever === undefined ? id : `${lever.label}, ${lever.unit}`;
};

function valueText(scenario: Scenario, id: LeverId): string {
  const lever = leverOf(scenario, id);
  if (lever === undefined) return 'none';
  const text = numberText(isMoved(lever) ? lever.value : lever.initial);
  return isMoved(lever) && lever.exact > 0 ? `${text} (${signed(lever.value / lever.exact - 1)})` : text;
}

const Actions = ({ scenarios }: Listed) => (
  <tbody>
    <tr>
      <td />
      {scenarios.map((scenario, index) => {
        const query = scenarioQuery(scenario);
        const rest = scenarios.filter((_, other) => other !== index);
        return (
          <td class="number">
            <a href={`/one-chart${query === '' ? '' : `?${query}`}`}>open</a>
            {rest.length > 1 ? (
              <>
                {' '}
                <a href={`/scenarios?${comparisonQuery(rest)}`}>remove</a>
              </>
            ) : null}
          </td>
        );
      })}
    </tr>
  </tbody>
);

const AddScenario = ({ scenarios }: Listed) =>
  scenarios.length >= mostScenarios ? null : (
    <section class="save" aria-label="Add a scenario">
      <h2>Add another</h2>
      <form action="/scenarios" method="get">
        {scenarios.map((scenario) => (
          <>
            <input type="hidden" name="of" value={scenarioQuery(scenario)} />
            <input type="hidden" name="name" value="" />
          </>
        ))}
        <label for="scenario-address">Address of a One Chart</label>
        <input id="scenario-address" name="of" type="text" placeholder="/one-chart?systemPrice=129551" />
        <label for="scenario-name">Name</label>
        <input
          id="scenario-name"
          name="name"
          type="text"
          maxlength={longestScenarioName}
          placeholder="Dearer systems"
        />
        <button type="submit">Add</button>
      </form>
    </section>
  );
