/** One floor: the project behind it, every figure it takes, what it costs to run, and its cash flows. */
import type { FloorProject } from '@bandgap/catalog';
import { percent, usd } from '@bandgap/charts';
import { fanInput, floorsOfSystem, type ModelledSystem, modelledSystem, tornadoInput } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { AssumptionTable } from './assumption-table.tsx';
import { floorAt } from './floor-address.ts';
import { Day, Head, Table } from './parts.tsx';
import { Fan, Tornado } from './sensitivity.tsx';

export const modelSystemPage: Page<ModelledSystem> = {
  path: '/models/:system',
  load: async (_, { system }, query) => {
    const floor = floorAt(system, query);
    return floor && modelledSystem(floor);
  },
  view: (modelled) => ({ title: modelled.floorProject.label, body: <ModelOfSystem {...modelled} /> }),
  missing: 'No floor is worked out for this system at this date; those there are stand under /models.',
};

const ModelOfSystem = (modelled: ModelledSystem) => {
  const { floorProject, floorPricePerGpuHour, cashFloorPricePerGpuHour, hurdleIrr, pflops, gaps } = modelled;
  const { label, asOf } = floorProject;
  const fan = fanInput(floorProject);
  return (
    <>
      <h1>{label.replace(/:.*/, '')}</h1>
      <p class="lead">
        {label.includes(':') ? `${label.replace(/^[^:]*: */, '')}. ` : ''}Figures of <Day at={asOf} />.
      </p>
      <Sets current={floorProject} />
      <p class="value">
        {usd(floorPricePerGpuHour)} <span class="unit">USD/GPU-hr floor</span>
      </p>
      <p>
        At {percent(hurdleIrr)} a year nobody would build for less
        {pflops === undefined ? '' : `; ${usd(floorPricePerGpuHour / pflops)} per dense FP8 PFLOP-hour`}. Below{' '}
        {usd(cashFloorPricePerGpuHour)}, hardware already paid for is switched off.
      </p>
      {gaps.map((gap) => (
        <p class="note">{gap}</p>
      ))}
      <h2>Assumptions</h2>
      <AssumptionTable floorProject={floorProject} />
      <h2>What it comes to</h2>
      <Costs {...modelled} />
      <h2>What moves it</h2>
      <Tornado floorProject={floorProject} chart={tornadoInput(floorProject)} />
      {fan === undefined ? null : <Fan floorProject={floorProject} chart={fan} />}
      <p>
        <a href="/models">All models</a>.
      </p>
    </>
  );
};

const Sets = ({ current }: { readonly current: FloorProject }) => {
  const all = floorsOfSystem(current.system);
  return all.length < 2 ? null : (
    <nav class="choices" aria-label="Dates of figures">
      {all.map(({ system, asOf }) => (
        <a href={`/models/${system}?set=${asOf}`} {...(asOf === current.asOf ? { 'aria-current': 'true' } : {})}>
          {asOf}
        </a>
      ))}
    </nav>
  );
};

const Costs = ({ project, opexParts, netCashflows, floorPricePerGpuHour }: ModelledSystem) => {
  const parts = [
    ['floor space and cooling', opexParts?.colocation],
    ['electricity', opexParts?.electricity],
    ['support, staff, insurance and the rest', opexParts?.otherPctCapex],
  ] as const;
  return (
    <>
      <Table label="Costs">
        <Head columns={['cost', '#amount', 'unit']} />
        <tbody>
          <tr>
            <th scope="row">all-in capex</th>
            <td class="number">{usd(project.capexPerGpu)}</td>
            <td>USD/GPU</td>
          </tr>
          {parts.map(([name, value]) =>
            value === undefined ? null : (
              <tr>
                <th scope="row">{name}</th>
                <td class="number">{usd(value)}</td>
                <td>USD/GPU-hr</td>
              </tr>
            ),
          )}
          <tr>
            <th scope="row">operating cost in all</th>
            <td class="number">{usd(project.opexPerGpuHour)}</td>
            <td>USD/GPU-hr</td>
          </tr>
        </tbody>
      </Table>
      <Table label="Cash flows">
        <Head
          columns={['at the floor', ...netCashflows.map((_, year) => (year === 0 ? '#signing' : `#year ${year}`))]}
        />
        <tbody>
          <tr>
            <th scope="row">net, USD/GPU at {usd(floorPricePerGpuHour)}</th>
            {netCashflows.map((flow) => (
              <td class="number">{usd(flow)}</td>
            ))}
          </tr>
        </tbody>
      </Table>
    </>
  );
};
